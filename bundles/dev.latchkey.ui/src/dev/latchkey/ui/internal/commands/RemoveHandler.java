package dev.latchkey.ui.internal.commands;

import java.util.List;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.ui.internal.OsgiServices;
import dev.latchkey.ui.internal.WizardServices;

/** Removes the selected organizations from this console, and changes nothing elsewhere. */
public final class RemoveHandler extends ConnectionHandler {

	@Override
	void run(List<Connection> selected, CommandSite site) {
		String question = selected.size() == 1 ? NLS.bind(Messages.RemoveHandler_question, selected.get(0).name())
				: NLS.bind(Messages.RemoveHandler_questions, selected.size());
		if (MessageDialog.openConfirm(site.shell(), Messages.RemoveHandler_title, question)) {
			site.start(Messages.RemoveHandler_task, monitor -> OsgiServices.with(services -> remove(selected, services)),
					removed -> {
					});
		}
	}

	private static List<Connection> remove(List<Connection> selected, WizardServices services) throws ConnectionException {
		for (Connection connection : selected) {
			services.connections().remove(connection.id());
		}
		return selected;
	}
}
