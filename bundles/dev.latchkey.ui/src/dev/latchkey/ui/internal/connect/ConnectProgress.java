package dev.latchkey.ui.internal.connect;

import java.util.List;
import java.util.Optional;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.ItemResult;
import dev.latchkey.registration.ItemResult.Outcome;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.Verification;

/**
 * How connecting stands.
 *
 * @param phase        what is going on
 * @param result       what became of the plan so far; empty when nothing is to be written or nothing was begun
 * @param verification the checks so far; empty as long as none was begun
 * @param failure      why it could not go on; present when {@link Phase#FAILED}
 */
record ConnectProgress(Phase phase, Optional<RegistrationResult> result, Optional<Verification> verification,
		Optional<Failure> failure) {

	/** What is going on. */
	enum Phase {
		IDLE, WRITING, PROVING,
		/** Everything was tried. */
		ENDED,
		/** Cancelled by the administrator. */
		STOPPED,
		/** It could not go on. */
		FAILED
	}

	static final ConnectProgress START = new ConnectProgress(Phase.IDLE, Optional.empty(), Optional.empty(),
			Optional.empty());

	ConnectProgress in(Phase next) {
		return new ConnectProgress(next, result, verification, failure);
	}

	ConnectProgress with(RegistrationResult latest) {
		return new ConnectProgress(phase, Optional.of(latest), verification, failure);
	}

	ConnectProgress with(Verification latest) {
		return new ConnectProgress(phase, result, Optional.of(latest), failure);
	}

	ConnectProgress failed(Failure why) {
		return new ConnectProgress(Phase.FAILED, result, verification, Optional.of(why));
	}

	boolean running() {
		return phase == Phase.WRITING || phase == Phase.PROVING;
	}

	boolean changedAnything() {
		return result.filter(RegistrationResult::changedAnything).isPresent();
	}

	/** What was really written. */
	List<ItemResult> written() {
		return result.map(RegistrationResult::items).orElse(List.of()).stream()
				.filter(item -> item.outcome() == Outcome.DONE).toList();
	}
}
