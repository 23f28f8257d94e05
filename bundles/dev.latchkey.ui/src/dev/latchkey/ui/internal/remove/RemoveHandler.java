package dev.latchkey.ui.internal.remove;

import java.util.List;

import org.eclipse.swt.widgets.Shell;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionRemoval;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.registration.RegistrationService;
import dev.latchkey.ui.internal.ConnectionsHandler;
import dev.latchkey.ui.internal.OsgiServices;

/** Removes the selected connections, from this console alone or with what was added to their organization. */
public final class RemoveHandler extends ConnectionsHandler {

	@Override
	protected void open(List<Connection> selected, OsgiServices services, Shell parent) {
		new RemoveWizard(selected, services.lazy(RegistrationService.class), services.lazy(ConnectionRemoval.class),
				services.lazy(ConnectionService.class)).open(parent);
	}
}
