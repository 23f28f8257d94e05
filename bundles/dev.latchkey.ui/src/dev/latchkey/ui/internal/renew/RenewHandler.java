package dev.latchkey.ui.internal.renew;

import java.util.List;

import org.eclipse.swt.widgets.Shell;

import dev.latchkey.connection.CertificateRenewer;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.NextCertificates;
import dev.latchkey.ui.internal.ConnectionsHandler;
import dev.latchkey.ui.internal.OsgiServices;
import dev.latchkey.ui.internal.ServiceSource.MissingServiceException;
import dev.latchkey.ui.internal.WizardServices;

/** Lets the selected connections go on with their next certificate. */
public final class RenewHandler extends ConnectionsHandler {

	@Override
	protected void open(List<Connection> selected, OsgiServices services, Shell parent)
			throws MissingServiceException, ConnectionException {
		WizardServices wizard = services.get();
		new RenewWizard(selected, clouds(wizard), wizard, services.lazy(CertificateRenewer.class),
				services.lazy(NextCertificates.class)).open(parent);
	}
}
