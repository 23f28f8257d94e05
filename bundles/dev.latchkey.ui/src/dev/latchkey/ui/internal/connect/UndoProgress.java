package dev.latchkey.ui.internal.connect;

import java.util.List;
import java.util.Optional;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.UndoResult;
import dev.latchkey.registration.UndoResult.Outcome;
import dev.latchkey.registration.UndoResult.Undone;

/**
 * How taking back stands.
 *
 * @param phase   what is going on
 * @param changes what became of each change so far
 * @param failure why it could not go on; present when {@link Phase#FAILED}
 */
record UndoProgress(Phase phase, List<Undone> changes, Optional<Failure> failure) {

	/** What is going on. */
	enum Phase {
		IDLE, RUNNING,
		/** Everything was tried. */
		ENDED,
		/** Cancelled by the administrator. */
		STOPPED,
		/** It could not go on. */
		FAILED
	}

	static final UndoProgress START = new UndoProgress(Phase.IDLE, List.of(), Optional.empty());

	UndoProgress {
		changes = List.copyOf(changes);
	}

	UndoProgress in(Phase next) {
		return new UndoProgress(next, changes, failure);
	}

	UndoProgress with(List<UndoResult> results) {
		return new UndoProgress(phase, results.stream().flatMap(result -> result.changes().stream()).toList(), failure);
	}

	UndoProgress failed(Failure why) {
		return new UndoProgress(Phase.FAILED, changes, Optional.of(why));
	}

	boolean running() {
		return phase == Phase.RUNNING;
	}

	/** What is in the tenant still, although it could be taken back. */
	List<Undone> left() {
		return changes.stream().filter(change -> !gone(change) && !change.change().irrevocable()).toList();
	}

	/** What nobody can take back. */
	List<Undone> irrevocable() {
		return changes.stream().filter(change -> !gone(change) && change.change().irrevocable()).toList();
	}

	/** Whether everything that can be taken back is gone. */
	boolean complete() {
		return phase == Phase.ENDED && left().isEmpty();
	}

	/** Whether anything was really taken back. */
	boolean changedAnything() {
		return changes.stream().anyMatch(change -> change.outcome() == Outcome.UNDONE);
	}

	private static boolean gone(Undone change) {
		return change.outcome() == Outcome.UNDONE || change.outcome() == Outcome.NOT_THERE;
	}
}
