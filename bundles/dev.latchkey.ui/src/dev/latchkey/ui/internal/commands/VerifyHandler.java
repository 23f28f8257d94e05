package dev.latchkey.ui.internal.commands;

import java.util.List;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.connection.Connection;
import dev.latchkey.ui.internal.OsgiServices;
import dev.latchkey.ui.internal.forms.Notice;

/** Proves the selected organizations anew, several at the same time. */
public final class VerifyHandler extends ConnectionHandler {

	@Override
	void run(List<Connection> selected, CommandSite site) {
		String what = selected.size() == 1 ? NLS.bind(Messages.VerifyHandler_running, selected.get(0).name())
				: NLS.bind(Messages.VerifyHandler_runningMany, selected.size());
		site.tell(Notice.Level.PROMPT, what);
		site.startVisibly(what, monitor -> OsgiServices.with(services -> new VerifyRun(services.verifier(), selected).call(monitor)),
				report -> site.tell(report.level(), report.text()));
	}
}
