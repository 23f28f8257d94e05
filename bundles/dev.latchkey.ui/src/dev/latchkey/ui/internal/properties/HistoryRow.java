package dev.latchkey.ui.internal.properties;

import java.time.Instant;
import java.util.List;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.registration.JournalRun;
import dev.latchkey.ui.internal.forms.Mark;

/**
 * A run, with its changes below it, or one of these.
 *
 * @param when    when it began, or what was written down when
 * @param what    what it was about
 * @param outcome in words
 * @param mark    the same as a picture
 */
record HistoryRow(Instant when, String what, String outcome, Mark mark, List<HistoryRow> changes) {

	static HistoryRow of(JournalRun run) {
		return new HistoryRow(run.started(), NLS.bind(Messages.HistoryRow_run, run.applicationName(), run.changes().size()),
				switch (run.state()) {
				case RUNNING -> Messages.HistoryRow_running;
				case INTERRUPTED -> Messages.HistoryRow_interrupted;
				case FINISHED -> Messages.HistoryRow_finished;
				case UNDONE -> Messages.HistoryRow_undone;
				}, switch (run.state()) {
				case RUNNING -> Mark.RUNNING;
				case INTERRUPTED -> Mark.WARNING;
				case FINISHED -> Mark.DONE;
				case UNDONE -> Mark.SKIPPED;
				}, run.changes().stream().map(HistoryRow::of).toList());
	}

	private static HistoryRow of(JournalRun.Change change) {
		return new HistoryRow(change.time(), change.title(), switch (change.outcome()) {
		case BEGUN -> Messages.HistoryRow_begun;
		case DONE -> Messages.HistoryRow_done;
		case FAILED -> Messages.HistoryRow_failed;
		case UNDONE -> Messages.HistoryRow_undone;
		}, switch (change.outcome()) {
		case BEGUN -> Mark.WARNING;
		case DONE -> Mark.DONE;
		case FAILED -> Mark.ERROR;
		case UNDONE -> Mark.SKIPPED;
		}, List.of());
	}
}
