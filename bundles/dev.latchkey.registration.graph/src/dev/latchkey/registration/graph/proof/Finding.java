package dev.latchkey.registration.graph.proof;

import java.util.List;
import java.util.Optional;

import dev.latchkey.registration.Failure;

/**
 * What one look at one subject showed.
 *
 * @param failure    absent when all is well
 * @param mayPropagate whether waiting may help after a change
 */
record Finding(List<String> granted, List<String> missing, Optional<Failure> failure, boolean mayPropagate) {

	static final Finding PASSED = new Finding(List.of(), List.of(), Optional.empty(), false);

	static Finding failed(Failure failure, boolean mayPropagate) {
		return new Finding(List.of(), List.of(), Optional.of(failure), mayPropagate);
	}

	/** The same with what went wrong later. */
	Finding but(Failure later, boolean mayPropagateToo) {
		return new Finding(granted, missing, Optional.of(later), mayPropagateToo);
	}

	boolean passed() {
		return failure.isEmpty();
	}
}
