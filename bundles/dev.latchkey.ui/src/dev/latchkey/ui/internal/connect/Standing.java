package dev.latchkey.ui.internal.connect;

import dev.latchkey.registration.ItemResult;
import dev.latchkey.registration.ItemResult.Outcome;
import dev.latchkey.registration.PlanItem;
import dev.latchkey.registration.Verification.State;
import dev.latchkey.ui.internal.forms.Mark;

/** How an action stands, as it is shown. */
public enum Standing {

	WAITING(Mark.WAITING), RUNNING(Mark.RUNNING), PROPAGATING(Mark.RUNNING), DONE(Mark.DONE), ALREADY_DONE(Mark.DONE),
	PARTLY_DONE(Mark.WARNING), FAILED(Mark.ERROR), SKIPPED(Mark.SKIPPED),
	NOT_ALLOWED(Mark.WARNING), UNDONE(Mark.DONE), NOT_THERE(Mark.DONE);

	private final Mark mark;

	Standing(Mark mark) {
		this.mark = mark;
	}

	Mark mark() {
		return mark;
	}

	String text() {
		return switch (this) {
		case WAITING -> Messages.Standing_waiting;
		case RUNNING -> Messages.Standing_running;
		case PROPAGATING -> Messages.Standing_propagating;
		case DONE -> Messages.Standing_done;
		case ALREADY_DONE -> Messages.Standing_alreadyDone;
		case PARTLY_DONE -> Messages.Standing_partlyDone;
		case FAILED -> Messages.Standing_failed;
		case SKIPPED -> Messages.Standing_skipped;
		case NOT_ALLOWED -> Messages.PlanRow_notAllowed;
		case UNDONE -> Messages.Standing_undone;
		case NOT_THERE -> Messages.Standing_notThere;
		};
	}

	/** How an item stands that was carried out, or not. */
	static Standing of(ItemResult result) {
		boolean forOthers = result.outcome() == Outcome.NOT_ATTEMPTED && result.item().state() == PlanItem.State.NOT_ALLOWED;
		return forOthers ? NOT_ALLOWED : of(result.outcome());
	}

	static Standing of(Outcome outcome) {
		return switch (outcome) {
		case WAITING -> WAITING;
		case RUNNING -> RUNNING;
		case ALREADY_DONE -> ALREADY_DONE;
		case DONE -> DONE;
		case FAILED -> FAILED;
		case NOT_ATTEMPTED -> SKIPPED;
		};
	}

	static Standing of(State state) {
		return switch (state) {
		case WAITING -> WAITING;
		case RUNNING -> RUNNING;
		case PROPAGATING -> PROPAGATING;
		case PASSED -> DONE;
		case FAILED -> FAILED;
		case SKIPPED -> SKIPPED;
		};
	}
}
