package dev.latchkey.ui.internal.connect;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;

import dev.latchkey.registration.Journal;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.RegistrationException;

/** What runs left in tenants, in words. */
public final class WrittenChanges {

	private static final int NAMED = 12;

	private WrittenChanges() {
	}

	/** Reads the runs with these ids that left something; for background threads. */
	static List<JournalRun> read(Journal journal, List<UUID> ids) throws RegistrationException {
		List<JournalRun> runs = new ArrayList<>();
		for (UUID id : ids) {
			journal.find(id).filter(JournalRun::leftSomething).ifPresent(runs::add);
		}
		return runs;
	}

	/** One change a line. */
	static String lines(List<JournalRun> runs) {
		List<String> lines = runs.stream().flatMap(run -> run.changes().stream()).filter(JournalRun.Change::mayBeThere)
				.map(WrittenChanges::line).toList();
		String named = lines.stream().limit(NAMED).collect(Collectors.joining("\n")); //$NON-NLS-1$
		return lines.size() <= NAMED ? named
				: named + '\n' + NLS.bind(Messages.WrittenChanges_more, lines.size() - NAMED);
	}

	/** Has the administrator confirm that these are to be taken back; the text has a place for the list of them. */
	public static boolean confirmUndo(Shell parent, String text, List<JournalRun> runs) {
		return MessageDialog.open(MessageDialog.CONFIRM, parent, Messages.NextSteps_undoTitle,
				NLS.bind(text, lines(runs)), SWT.NONE, Messages.NextSteps_undoChanges, IDialogConstants.CANCEL_LABEL) == 0;
	}

	private static String line(JournalRun.Change change) {
		if (change.irrevocable()) {
			return NLS.bind(Messages.WrittenChanges_irrevocable, change.title());
		}
		return NLS.bind(change.outcome() == JournalRun.Outcome.BEGUN ? Messages.WrittenChanges_begun
				: Messages.WrittenChanges_written, change.title());
	}
}
