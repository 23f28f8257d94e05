package dev.latchkey.ui.internal;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the wizard for a new connection. */
public final class ConnectHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		new WizardOpener(HandlerUtil.getActiveWorkbenchWindow(event)).open(Optional.empty());
		return null;
	}
}
