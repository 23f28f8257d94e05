package dev.latchkey.ui.internal.commands;

import java.util.List;

import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;

import dev.latchkey.connection.Connection;
import dev.latchkey.ui.internal.OsgiServices;

/** Gives the selected organization another name, in this console alone. */
public final class RenameHandler extends ConnectionHandler {

	/** As long as display names of organizations are allowed to be. */
	private static final int MAX_LENGTH = 256;

	@Override
	void run(List<Connection> selected, CommandSite site) {
		Connection connection = selected.get(0);
		InputDialog dialog = new InputDialog(site.shell(), Messages.RenameHandler_title, Messages.RenameHandler_text,
				connection.name(), RenameHandler::problem);
		if (dialog.open() == Window.OK) {
			String name = dialog.getValue().strip();
			site.start(Messages.RenameHandler_task, monitor -> OsgiServices
					.with(services -> services.connections().update(connection.id(), now -> now.named(name))), renamed -> {
					});
		}
	}

	/** Why it can't be a name; null when it can. */
	private static String problem(String name) {
		if (name.isBlank()) {
			return Messages.RenameHandler_empty;
		}
		return name.strip().length() > MAX_LENGTH ? Messages.RenameHandler_long : null;
	}
}
