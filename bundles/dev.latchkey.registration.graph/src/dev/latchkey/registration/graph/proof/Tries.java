package dev.latchkey.registration.graph.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Wait;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.Retry;
import dev.latchkey.registration.graph.Retry.Attempt;
import dev.latchkey.registration.graph.net.Operation;
import okhttp3.Call;

/**
 * Tries again what passes by itself, and shows the wait with the check that it is made for. A check is looked at in one
 * thread, whatever it asks for on the way, so the thread tells which check that is.
 */
final class Tries {

	private final Operation operation;
	private final ThreadLocal<Consumer<Optional<Wait>>> shown = new ThreadLocal<>();

	Tries(Operation operation) {
		this.operation = operation;
	}

	/** As {@link Operation#reads()}. */
	Call.Factory calls() {
		return operation.reads();
	}

	/** As {@link Operation#correlationId()}. */
	String correlationId() {
		return operation.correlationId();
	}

	/** Looks, and shows the waits meanwhile there. */
	<T> T showing(Consumer<Optional<Wait>> show, Supplier<T> look) {
		shown.set(show);
		try {
			return look.get();
		} finally {
			shown.remove();
		}
	}

	/** As {@link Retry#call}, within {@link #showing}. */
	<T> T call(Attempt<T> attempt) throws Refusal {
		return Retry.call(this::pause, attempt);
	}

	private void pause(Failure why, Duration duration) {
		Consumer<Optional<Wait>> show = shown.get();
		show.accept(Optional.of(new Wait(why, Instant.now().plus(duration))));
		operation.pause(duration);
		show.accept(Optional.empty());
	}
}
