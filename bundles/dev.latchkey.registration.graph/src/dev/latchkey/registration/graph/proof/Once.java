package dev.latchkey.registration.graph.proof;

import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.Retry.Attempt;

/** Asks once, however many want the answer at the same time, and keeps it, a refusal too, until told to forget. */
final class Once<T> {

	private final Attempt<T> attempt;
	private T value;
	private Refusal refusal;

	Once(Attempt<T> attempt) {
		this.attempt = attempt;
	}

	synchronized T get() throws Refusal {
		if (refusal != null) {
			throw refusal;
		}
		if (value == null) {
			try {
				value = attempt.run();
			} catch (Refusal e) {
				refusal = e;
				throw e;
			}
		}
		return value;
	}

	synchronized void forget() {
		value = null;
		refusal = null;
	}
}
