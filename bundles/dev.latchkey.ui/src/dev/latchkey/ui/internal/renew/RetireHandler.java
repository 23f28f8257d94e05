package dev.latchkey.ui.internal.renew;

import java.util.List;

import org.eclipse.swt.widgets.Shell;

import dev.latchkey.connection.CertificateRenewer;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.ui.internal.ConnectionsHandler;
import dev.latchkey.ui.internal.OsgiServices;
import dev.latchkey.ui.internal.ServiceSource.MissingServiceException;
import dev.latchkey.ui.internal.WizardServices;

/** Removes certificates of the selected connections' applications that others took over from. */
public final class RetireHandler extends ConnectionsHandler {

	@Override
	protected void open(List<Connection> selected, OsgiServices services, Shell parent)
			throws MissingServiceException, ConnectionException {
		WizardServices wizard = services.get();
		new RetireWizard(selected, clouds(wizard), wizard.registration(), services.lazy(CertificateRenewer.class)).open(parent);
	}
}
