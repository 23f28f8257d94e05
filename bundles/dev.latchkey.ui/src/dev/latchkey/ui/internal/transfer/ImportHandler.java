package dev.latchkey.ui.internal.transfer;

import java.util.List;

import org.eclipse.swt.widgets.Shell;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionTransfer;
import dev.latchkey.ui.internal.ConnectionsHandler;
import dev.latchkey.ui.internal.OsgiServices;

/** Takes connections that another console exported. */
public final class ImportHandler extends ConnectionsHandler {

	@Override
	protected void open(List<Connection> selected, OsgiServices services, Shell parent) {
		new ImportWizard(services.lazy(ConnectionTransfer.class)).open(parent);
	}
}
