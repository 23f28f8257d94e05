package dev.latchkey.ui.internal.view;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;

import dev.latchkey.ui.internal.forms.Failures;

/** Uses commands from within a view, as its menus do. */
final class CommandUse {

	private final ICommandService commands;
	private final IHandlerService handlers;

	CommandUse(IWorkbenchPartSite site) {
		commands = site.getService(ICommandService.class);
		handlers = site.getService(IHandlerService.class);
	}

	/** What the command is called; empty when the console does not offer it. */
	String label(String id) {
		Command command = commands.getCommand(id);
		try {
			return command.isDefined() && command.isHandled() ? command.getName() : ""; //$NON-NLS-1$
		} catch (NotDefinedException e) {
			return ""; //$NON-NLS-1$
		}
	}

	/** Does nothing when the console does not offer the command, or not now. */
	void execute(String id) {
		Command command = commands.getCommand(id);
		if (command.isDefined() && command.isHandled() && command.isEnabled()) {
			try {
				handlers.executeCommand(id, null);
			} catch (CommandException e) {
				Failures.log(e);
			}
		}
	}
}
