package dev.latchkey.ui.internal.connect;

import dev.latchkey.registration.ItemResult.Outcome;
import dev.latchkey.registration.Verification.State;
import dev.latchkey.ui.internal.forms.Mark;

/** How an action stands, as it is shown. */
enum Standing {

	WAITING(Mark.WAITING), RUNNING(Mark.RUNNING), PROPAGATING(Mark.RUNNING), DONE(Mark.DONE), ALREADY_DONE(Mark.DONE),
	PARTLY_DONE(Mark.WARNING), FAILED(Mark.ERROR), SKIPPED(Mark.SKIPPED);

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
		};
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
