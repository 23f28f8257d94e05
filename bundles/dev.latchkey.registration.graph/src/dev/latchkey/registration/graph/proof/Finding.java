package dev.latchkey.registration.graph.proof;

import java.util.List;
import java.util.Optional;

import dev.latchkey.registration.Failure;

/**
 * What one look at one subject showed.
 *
 * @param verdict what it comes to
 * @param granted needed permissions that the token carries, for people
 * @param missing needed permissions that it lacks, likewise
 * @param failure absent when all is well
 */
record Finding(Verdict verdict, List<String> granted, List<String> missing, Optional<Failure> failure) {

	/** What a look can come to. */
	enum Verdict {
		PASSED, FAILED,
		/** Refused, but waiting may help after a change. */
		MAY_SPREAD,
		/** The profile asks for no permission that looking takes. */
		LEFT_OUT
	}

	static final Finding NOTHING = new Finding(Verdict.PASSED, List.of(), List.of(), Optional.empty());

	/** The same with what went wrong later. */
	Finding but(Verdict later, Failure why) {
		return new Finding(later, granted, missing, Optional.of(why));
	}

	boolean passed() {
		return verdict == Verdict.PASSED;
	}
}
