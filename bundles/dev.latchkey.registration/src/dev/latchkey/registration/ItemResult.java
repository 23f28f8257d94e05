package dev.latchkey.registration;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of one item of the plan.
 *
 * @param item     the item
 * @param outcome  what became of it
 * @param duration how long it took so far
 * @param waiting  what is waited for while {@link Outcome#RUNNING}, if so
 * @param failure  why it failed, present when {@link Outcome#FAILED}; or why it was left out, when there is more to say
 *                 than that it was cancelled
 */
public record ItemResult(PlanItem item, Outcome outcome, Duration duration, Optional<Wait> waiting, Optional<Failure> failure) {

	/** What can become of an item. */
	public enum Outcome {
		/** Not begun yet. */
		WAITING,
		/** Being done. */
		RUNNING,
		/** Was there before; nothing was written. */
		ALREADY_DONE,
		/** Written and seen in the tenant. */
		DONE,
		/** Could not be done. */
		FAILED,
		/** Left out: cancelled, not possible, or what it depends on failed. */
		NOT_ATTEMPTED
	}

	public ItemResult {
		Objects.requireNonNull(item, "item"); //$NON-NLS-1$
		Objects.requireNonNull(outcome, "outcome"); //$NON-NLS-1$
		Objects.requireNonNull(duration, "duration"); //$NON-NLS-1$
		Objects.requireNonNull(waiting, "waiting"); //$NON-NLS-1$
		Objects.requireNonNull(failure, "failure"); //$NON-NLS-1$
	}
}
