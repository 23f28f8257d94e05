package dev.latchkey.registration.graph.undo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.JournalRun.Change;
import dev.latchkey.registration.UndoResult.Outcome;
import dev.latchkey.registration.UndoResult.Undone;
import dev.latchkey.registration.Wait;

/** Taking back one change. */
final class Step {

	/** What was written just before may still be on its way to the readers. */
	private static final Duration SETTLING = Duration.ofSeconds(5);
	/** Readings in a row that don't find it: one may be of a replica that is ahead of the others. */
	private static final int SEEN_GONE = 2;

	final int number;
	final Change change;
	final Trace trace;

	private Outcome outcome;
	private Optional<Failure> failure = Optional.empty();
	private Optional<Wait> waiting = Optional.empty();
	private long removedAt;
	private boolean removed;
	private int gone;

	/** @param number of the change in its run */
	Step(int number, Change change, Trace trace) {
		this.number = number;
		this.change = change;
		this.trace = trace;
		this.outcome = switch (change.outcome()) {
		case BEGUN, DONE -> Outcome.WAITING;
		case FAILED, UNDONE -> Outcome.NOT_THERE;
		};
	}

	boolean isOpen() {
		return outcome == Outcome.WAITING || outcome == Outcome.RUNNING;
	}

	boolean isRemoved() {
		return removed;
	}

	/** Whether the other changes need not wait for this one. */
	boolean isSettled() {
		return removed || trace.carriesOthers();
	}

	void running() {
		outcome = Outcome.RUNNING;
	}

	void removed() {
		removed = true;
		removedAt = System.nanoTime();
	}

	boolean isRemovedFor(Duration limit) {
		return removed && System.nanoTime() - removedAt > limit.toNanos();
	}

	/** @return whether it is certain by now that it is gone */
	boolean seenGone() {
		gone++;
		boolean settled = removed || Duration.between(change.time(), Instant.now()).abs().compareTo(SETTLING) > 0;
		return gone >= SEEN_GONE && settled;
	}

	void seenThere() {
		gone = 0;
	}

	void waiting(Optional<Wait> what) {
		waiting = what;
	}

	void end(Outcome end, Optional<Failure> why) {
		outcome = end;
		failure = why;
		waiting = Optional.empty();
	}

	Undone told() {
		return new Undone(change, outcome, failure, waiting);
	}
}
