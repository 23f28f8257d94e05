package dev.latchkey.registration.graph.undo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.core.runtime.OperationCanceledException;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.UndoResult;
import dev.latchkey.registration.UndoResult.Outcome;
import dev.latchkey.registration.Wait;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.Retry;
import dev.latchkey.registration.graph.journal.Ids;
import dev.latchkey.registration.graph.journal.RunJournal;
import dev.latchkey.registration.graph.net.Operation;
import dev.latchkey.registration.graph.tenant.GraphClient;

/**
 * Takes a run back, the newest change first. Each is looked up, taken back if it is ours, and then looked for until it is
 * seen to be gone.
 */
public final class Undo {

	private static final Duration FIRST_LOOK = Duration.ofMillis(250);
	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);
	private static final Duration LIMIT = Duration.ofSeconds(60);

	/** What nobody wants back by undoing. */
	private static final Set<Reason> NEVER = Set.of(Reason.NOT_RESTORABLE, Reason.REVOKED_ON_PURPOSE);

	private final RunJournal journal;
	private final Operation operation;
	private final Consumer<UndoResult> progress;
	private final Reading reading;
	private final List<Step> steps = new ArrayList<>();
	private final Set<String> removedAssignments = new HashSet<>();
	private List<Step> waiting = List.of();
	private boolean stopped;

	public Undo(RunJournal journal, GraphClient graph, Operation operation, Consumer<UndoResult> progress) {
		this.journal = journal;
		this.operation = operation;
		this.progress = progress;
		this.reading = new Reading(graph, this::pause);
		List<JournalRun.Change> changes = journal.run().changes();
		for (int i = changes.size() - 1; i >= 0; i--) {
			JournalRun.Change change = changes.get(i);
			steps.add(new Step(i, change, Traces.of(change, removedAssignments)));
			if (change.outcome() == JournalRun.Outcome.UNDONE) {
				rememberAssignment(change);
			}
		}
	}

	/** @throws Refusal when nothing could be attempted */
	public UndoResult run() throws Refusal {
		tell();
		try {
			if (!open().isEmpty()) {
				reading.one("/applications(appId='" + journal.run().applicationId() + "')?$select=id"); //$NON-NLS-1$ //$NON-NLS-2$
			}
			round();
		} catch (OperationCanceledException e) {
			stop(Optional.empty());
		}
		if (!stopped) {
			journal.finish();
		}
		return result();
	}

	private void round() {
		Duration pause = FIRST_LOOK;
		while (true) {
			Reading now = reading.anew();
			int before = open().size();
			for (Step step : open()) {
				step(step, now);
			}
			if (open().isEmpty()) {
				return;
			}
			if (open().size() < before) {
				pause = FIRST_LOOK;
			}
			waiting = open();
			pause(Failure.of(Reason.NOT_SEEN_GONE, waiting.get(0).change.title()), pause);
			pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
		}
	}

	private List<Step> open() {
		return steps.stream().filter(Step::isOpen).toList();
	}

	private void step(Step step, Reading now) {
		if (!step.isOpen()) {
			return;
		}
		waiting = List.of(step);
		step.running();
		try {
			Sight sight = step.trace.look(now);
			if (!sight.there()) {
				gone(step);
			} else if (step.isRemoved()) {
				stillThere(step);
			} else if (!step.trace.carriesOthers() || open().stream().allMatch(Step::isSettled)) {
				takeBack(step, sight, now);
			}
		} catch (Refusal e) {
			refused(step, e);
		}
	}

	private void gone(Step step) {
		if (step.seenGone()) {
			boolean never = step.change.outcome() == JournalRun.Outcome.BEGUN && !step.isRemoved();
			if (never) {
				journal.failed(step.number);
			} else {
				journal.undone(step.number);
			}
			end(step, step.isRemoved() ? Outcome.UNDONE : Outcome.NOT_THERE, Optional.empty());
		}
	}

	private void stillThere(Step step) {
		step.seenThere();
		if (step.isRemovedFor(LIMIT)) {
			end(step, Outcome.FAILED, Optional.of(notSeenGone(step)));
		}
	}

	private void takeBack(Step step, Sight sight, Reading now) throws Refusal {
		Optional<Failure> obstacle = sight.isOurs() ? step.trace.obstacle(now) : sight.foreign();
		if (obstacle.isPresent()) {
			boolean never = NEVER.contains(obstacle.get().reason());
			end(step, never ? Outcome.NOT_ATTEMPTED : Outcome.FAILED, obstacle);
			return;
		}
		tell();
		journal.undoing(step.number);
		Retry.call(this::pause, () -> {
			step.trace.remove(now);
			return step;
		});
		step.removed();
		rememberAssignment(step.change);
		Optional.ofNullable(sight.ids().get(Ids.ASSIGNMENT_ID)).ifPresent(removedAssignments::add);
	}

	private void rememberAssignment(JournalRun.Change change) {
		Optional.ofNullable(change.ids().get(Ids.ASSIGNMENT_ID)).ifPresent(removedAssignments::add);
	}

	private void refused(Step step, Refusal e) {
		Failure failure = e.failure();
		if (e.status() == 403) {
			failure = new Failure(Reason.ROLE_REQUIRED, List.of(step.trace.role()), failure.code(),
					failure.correlationId(), failure.time());
		}
		end(step, Outcome.FAILED, Optional.of(failure));
		if (e.isTheWay() || e.reason() == Reason.SESSION_ENDED || e.reason() == Reason.JOURNAL_UNUSABLE) {
			stop(Optional.of(failure));
		}
	}

	/** What was taken back but not looked for must not count as gone, and the run stays interrupted. */
	private void stop(Optional<Failure> why) {
		stopped = true;
		for (Step step : open()) {
			if (step.isRemoved()) {
				end(step, Outcome.FAILED, Optional.of(notSeenGone(step)));
			} else {
				end(step, Outcome.NOT_ATTEMPTED, why);
			}
		}
	}

	private static Failure notSeenGone(Step step) {
		return Failure.of(Reason.NOT_SEEN_GONE, step.change.title());
	}

	private void pause(Failure why, Duration duration) {
		Wait wait = new Wait(why, Instant.now().plus(duration));
		List<Step> who = waiting;
		who.forEach(step -> step.waiting(Optional.of(wait)));
		tell();
		operation.pause(duration);
		who.forEach(step -> step.waiting(Optional.empty()));
	}

	private void end(Step step, Outcome outcome, Optional<Failure> failure) {
		step.end(outcome, failure);
		tell();
	}

	private void tell() {
		progress.accept(result());
	}

	private UndoResult result() {
		return new UndoResult(steps.stream().map(Step::told).toList());
	}
}
