package dev.latchkey.ui.internal;

import java.util.List;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.handlers.HandlerUtil;

import dev.latchkey.connection.Connection;

/** Reads which {@link Connection connections} are selected, whatever else is. */
public final class SelectedConnections {

	private SelectedConnections() {
	}

	/** Those that the command is for, wherever in the console they are selected. */
	public static List<Connection> of(ExecutionEvent event) {
		return in(HandlerUtil.getCurrentSelection(event));
	}

	/** @param selection null for none */
	public static List<Connection> in(ISelection selection) {
		return selection instanceof IStructuredSelection structured
				? structured.stream().filter(Connection.class::isInstance).map(Connection.class::cast).toList()
				: List.of();
	}
}
