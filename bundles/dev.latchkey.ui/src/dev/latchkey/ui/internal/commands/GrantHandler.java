package dev.latchkey.ui.internal.commands;

import java.util.List;

import dev.latchkey.connection.Connection;
import dev.latchkey.ui.internal.OsgiServices;
import dev.latchkey.ui.internal.connect.ConnectWizard;
import dev.latchkey.ui.internal.connect.Remembered;
import dev.latchkey.ui.internal.forms.Notice;

/** Opens the wizard at the sign-in with all that is known of the selected organization: the plan then has only what is missing. */
public final class GrantHandler extends ConnectionHandler {

	@Override
	void run(List<Connection> selected, CommandSite site) {
		Connection connection = selected.get(0);
		site.startVisibly(Messages.GrantHandler_task,
				monitor -> OsgiServices.with(services -> Remembered.of(connection, services, monitor::isCanceled)),
				known -> open(connection, known, site));
	}

	private static void open(Connection connection, Remembered known, CommandSite site) {
		known.obstacle().ifPresentOrElse(why -> site.tell(Notice.Level.RETRY, why), () -> site.opener()
				.open(ConnectWizard.granting(new OsgiServices(), connection, known, site.opener()::show)));
	}
}
