package dev.latchkey.registration.graph.tenant;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Wait;
import dev.latchkey.registration.graph.Retry;
import dev.latchkey.registration.graph.net.Operation;

/** Waits for one item, tells what for and until when, and ends at once when the operation is cancelled. */
final class Patience implements Retry.Pause {

	private final Operation operation;
	private final Consumer<Optional<Wait>> told;

	Patience(Operation operation, Consumer<Optional<Wait>> told) {
		this.operation = operation;
		this.told = told;
	}

	@Override
	public void pause(Failure why, Duration duration) {
		told.accept(Optional.of(new Wait(why, Instant.now().plus(duration))));
		try {
			operation.pause(duration);
		} finally {
			told.accept(Optional.empty());
		}
	}
}
