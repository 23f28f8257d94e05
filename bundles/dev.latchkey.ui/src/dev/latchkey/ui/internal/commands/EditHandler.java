package dev.latchkey.ui.internal.commands;

import java.util.List;
import java.util.Optional;

import dev.latchkey.connection.Connection;

/** Opens the wizard with the values of the selected organization. */
public final class EditHandler extends ConnectionHandler {

	@Override
	void run(List<Connection> selected, CommandSite site) {
		site.opener().open(Optional.of(selected.get(0)));
	}
}
