package dev.latchkey.ui.internal.transfer;

import java.util.List;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionTransfer;
import dev.latchkey.ui.internal.ConnectionsHandler;
import dev.latchkey.ui.internal.OsgiServices;
import dev.latchkey.ui.internal.documents.DocumentWizard;

/** Writes the selected connections, or all, for another computer. */
public final class ExportHandler extends ConnectionsHandler {

	@Override
	protected void open(List<Connection> selected, OsgiServices services, Shell parent) throws ConnectionException {
		List<Connection> chosen = orAll(selected, services);
		if (chosen.isEmpty()) {
			MessageDialog.openInformation(parent, Messages.ExportHandler_title, Messages.ExportHandler_nothing);
		} else {
			DocumentWizard.saveConnections(parent, services.lazy(ConnectionTransfer.class), chosen);
		}
	}
}
