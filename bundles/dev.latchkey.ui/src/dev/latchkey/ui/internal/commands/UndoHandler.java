package dev.latchkey.ui.internal.commands;

import java.util.List;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.connection.Connection;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.ui.internal.OsgiServices;
import dev.latchkey.ui.internal.WizardServices;
import dev.latchkey.ui.internal.connect.ConnectWizard;
import dev.latchkey.ui.internal.connect.WrittenChanges;
import dev.latchkey.ui.internal.forms.Notice;

/** Takes back what was last done for the selected organization. */
public final class UndoHandler extends ConnectionHandler {

	@Override
	void run(List<Connection> selected, CommandSite site) {
		Connection connection = selected.get(0);
		site.start(Messages.UndoHandler_task, monitor -> OsgiServices.with(services -> last(connection, services)),
				runs -> undo(connection, runs, site));
	}

	private static List<JournalRun> last(Connection connection, WizardServices services) throws RegistrationException {
		return services.journal().runs(connection.applicationId()).stream().filter(JournalRun::leftSomething)
				.filter(run -> connection.concerns(run)).limit(1).toList();
	}

	private static void undo(Connection connection, List<JournalRun> runs, CommandSite site) {
		if (runs.isEmpty()) {
			site.tell(Notice.Level.INFO, NLS.bind(Messages.UndoHandler_nothing, connection.name()));
		} else if (WrittenChanges.confirmUndo(site.shell(), Messages.UndoHandler_question, runs)) {
			site.opener().open(ConnectWizard.undoing(new OsgiServices(), runs.get(0)));
		}
	}
}
