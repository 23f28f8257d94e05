package dev.latchkey.registration.graph.tenant;

import java.util.Optional;

import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.Retry;

/** Reads something once for several threads: who needs it first reads, the others wait. What was refused stays refused. */
final class Once<T> {

	private Optional<T> value = Optional.empty();
	private Optional<Refusal> refusal = Optional.empty();

	synchronized T get(Retry.Attempt<T> read) throws Refusal {
		if (refusal.isPresent()) {
			throw refusal.get();
		}
		if (value.isEmpty()) {
			value = Optional.of(first(read));
		}
		return value.get();
	}

	/** Without a status, so that nobody tries it again: that was done. */
	private T first(Retry.Attempt<T> read) throws Refusal {
		try {
			return read.run();
		} catch (Refusal e) {
			refusal = Optional.of(new Refusal(e.failure(), 0, Optional.empty(), e));
			throw refusal.get();
		}
	}

	synchronized Optional<Refusal> refused() {
		return refusal;
	}
}
