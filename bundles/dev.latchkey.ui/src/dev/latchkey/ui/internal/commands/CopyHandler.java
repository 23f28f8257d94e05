package dev.latchkey.ui.internal.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

import dev.latchkey.ui.internal.view.OrganizationsView;

/** Copies the view's selected rows, for spreadsheets and tickets. */
public final class CopyHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		if (HandlerUtil.getActivePart(event) instanceof OrganizationsView view) {
			view.copy();
		}
		return null;
	}
}
