package dev.latchkey.registration;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of taking a run back, change by change.
 *
 * @param changes in the order of taking them back
 */
public record UndoResult(List<Undone> changes) {

	/** What can become of one change. */
	public enum Outcome {
		WAITING, RUNNING,
		/** Taken back, and seen to be gone. */
		UNDONE,
		/** Was not there any more, or never came to be. */
		NOT_THERE,
		/** Still there. */
		FAILED,
		/** Left out: cancelled, or nothing that can be taken back. */
		NOT_ATTEMPTED
	}

	public UndoResult {
		changes = List.copyOf(changes);
	}

	/** Whether nothing of the run is in the tenant any more. */
	public boolean complete() {
		return changes.stream()
				.allMatch(change -> change.outcome() == Outcome.UNDONE || change.outcome() == Outcome.NOT_THERE);
	}

	/**
	 * One change.
	 *
	 * @param change  what was done
	 * @param outcome what became of it
	 * @param failure why it is still there; present when {@link Outcome#FAILED}
	 * @param waiting what is waited for, if so
	 */
	public record Undone(JournalRun.Change change, Outcome outcome, Optional<Failure> failure, Optional<Wait> waiting) {
		public Undone {
			Objects.requireNonNull(change, "change"); //$NON-NLS-1$
			Objects.requireNonNull(outcome, "outcome"); //$NON-NLS-1$
			Objects.requireNonNull(failure, "failure"); //$NON-NLS-1$
			Objects.requireNonNull(waiting, "waiting"); //$NON-NLS-1$
		}
	}
}
