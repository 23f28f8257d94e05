package dev.latchkey.registration.graph.tenant;

import java.util.Optional;

import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.Retry;

/** What an application may read of itself depends on its permissions. */
final class Unreadable {

	private Unreadable() {
	}

	/** What was read; empty when that is not allowed. */
	static <T> Optional<T> or(Retry.Attempt<T> reading) throws Refusal {
		try {
			return Optional.of(reading.run());
		} catch (Refusal e) {
			if (e.status() == 403) {
				return Optional.empty();
			}
			throw e;
		}
	}
}
