package dev.latchkey.ui.internal.commands;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.connection.Connection;
import dev.latchkey.registration.Cloud;
import dev.latchkey.ui.internal.OsgiServices;
import dev.latchkey.ui.internal.forms.ExternalBrowser;
import dev.latchkey.ui.internal.forms.Notice;

/** Opens the selected organization's application in the portal of its cloud. */
public final class PortalHandler extends ConnectionHandler {

	@Override
	void run(List<Connection> selected, CommandSite site) {
		Connection connection = selected.get(0);
		site.start(Messages.PortalHandler_task,
				monitor -> OsgiServices.with(services -> services.clouds().find(connection.cloudId())),
				cloud -> open(connection, cloud, site));
	}

	private static void open(Connection connection, Optional<Cloud> cloud, CommandSite site) {
		Optional<URI> address = cloud.map(where -> PortalPage.of(where, connection));
		if (address.isEmpty()) {
			site.tell(Notice.Level.RETRY, NLS.bind(Messages.PortalHandler_unknown, connection.cloudId()));
		} else if (!new ExternalBrowser().test(address.get())) {
			site.tell(Notice.Level.RETRY, NLS.bind(Messages.PortalHandler_noBrowser, address.get()));
		}
	}
}
