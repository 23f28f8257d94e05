package dev.latchkey.ui.internal.commands;

import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;

import dev.latchkey.connection.Connection;
import dev.latchkey.ui.internal.SelectedConnections;

/** Does something with the selected {@link Connection connections}, wherever in the console they are selected. */
abstract class ConnectionHandler extends AbstractHandler {

	@Override
	public final Object execute(ExecutionEvent event) throws ExecutionException {
		List<Connection> selected = SelectedConnections.of(event);
		if (!selected.isEmpty()) {
			run(selected, new CommandSite(HandlerUtil.getActiveWorkbenchWindowChecked(event)));
		}
		return null;
	}

	/** Called in the user interface thread. */
	abstract void run(List<Connection> selected, CommandSite site);
}
