package dev.latchkey.registration;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.latchkey.registration.Verification.Check;
import dev.latchkey.registration.Verification.State;
import dev.latchkey.registration.Verification.Subject;

class VerificationTest {

	private static final Failure UNREADABLE = Failure.of(Reason.SUBSCRIPTIONS_UNREADABLE, "Exchange Online");

	private static Check check(State state, Failure... failure) {
		return new Check(Subject.GRAPH, state, Duration.ZERO, List.of(), List.of(), Optional.empty(),
				List.of(failure).stream().findFirst());
	}

	private static boolean proven(Check... checks) {
		return new Verification(List.of(checks), Optional.empty()).proven();
	}

	@Test
	void nothingPassedProvesNothing() {
		assertFalse(proven());
		assertFalse(proven(check(State.SKIPPED, UNREADABLE)));
	}

	@Test
	void whatTheProfileDoesNotAskForIsNoFault() {
		assertTrue(proven(check(State.PASSED), check(State.SKIPPED, UNREADABLE)));
	}

	@Test
	void whatWasNotRunBecauseOfAnotherProvesNothing() {
		assertFalse(proven(check(State.PASSED), check(State.SKIPPED)));
		assertFalse(proven(check(State.PASSED), check(State.FAILED, UNREADABLE)));
		assertFalse(proven(check(State.PASSED), check(State.RUNNING)));
	}
}
