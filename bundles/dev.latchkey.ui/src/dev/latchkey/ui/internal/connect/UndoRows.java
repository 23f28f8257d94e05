package dev.latchkey.ui.internal.connect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.UndoResult.Outcome;
import dev.latchkey.registration.UndoResult.Undone;
import dev.latchkey.registration.Wait;

/** Makes the lines of what is taken back. */
public final class UndoRows {

	private UndoRows() {
	}

	/** @param runs what is about to be taken back, as long as nothing is known of it */
	public static List<ActionRow> of(List<Undone> changes, List<JournalRun> runs) {
		List<Undone> all = changes.isEmpty() ? runs.stream().flatMap(run -> run.changes().stream())
				.filter(JournalRun.Change::mayBeThere)
				.map(change -> new Undone(change, Outcome.WAITING, Optional.empty(), Optional.empty())).toList() : changes;
		return IntStream.range(0, all.size()).mapToObj(index -> of(index, all.get(index))).toList();
	}

	private static ActionRow of(int index, Undone undone) {
		List<String> details = new ArrayList<>(ActionRows.waiting(undone.waiting()));
		undone.failure().ifPresent(failure -> details.addAll(ActionRows.details(failure)));
		return new ActionRow(index + undone.change().itemId(), undone.change().title(), standing(undone.outcome()),
				Duration.ZERO, undone.waiting().map(Wait::until), details, List.of());
	}

	private static Standing standing(Outcome outcome) {
		return switch (outcome) {
		case WAITING -> Standing.WAITING;
		case RUNNING -> Standing.RUNNING;
		case UNDONE -> Standing.UNDONE;
		case NOT_THERE -> Standing.NOT_THERE;
		case FAILED -> Standing.FAILED;
		case NOT_ATTEMPTED -> Standing.SKIPPED;
		};
	}
}
