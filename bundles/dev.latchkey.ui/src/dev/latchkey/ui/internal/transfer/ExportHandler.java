package dev.latchkey.ui.internal.transfer;

import java.util.List;

import org.eclipse.swt.widgets.Shell;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionTransfer;
import dev.latchkey.ui.internal.ConnectionsHandler;
import dev.latchkey.ui.internal.OsgiServices;
import dev.latchkey.ui.internal.documents.DocumentWizard;

/** Writes the selected connections, or all, for another computer. */
public final class ExportHandler extends ConnectionsHandler {

	@Override
	protected void open(List<Connection> selected, OsgiServices services, Shell parent) {
		DocumentWizard.saveConnections(parent, services.lazy(ConnectionTransfer.class), orAll(selected, services));
	}
}
