package dev.latchkey.ui.internal.commands;

import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.connection.Connection;
import dev.latchkey.registration.HandOver;
import dev.latchkey.ui.internal.OsgiServices;
import dev.latchkey.ui.internal.ServiceSource.MissingServiceException;
import dev.latchkey.ui.internal.documents.DocumentWizard;
import dev.latchkey.ui.internal.forms.Failures;
import dev.latchkey.ui.internal.forms.Notice;

/** Writes down what an administrator elsewhere has to do for the selected organization. */
public final class HandOverHandler extends ConnectionHandler {

	@Override
	void run(List<Connection> selected, CommandSite site) {
		site.startVisibly(Messages.HandOverHandler_task, monitor -> OsgiServices.with(services -> new HandOver(
				services.verifier().request(selected.get(0), monitor), Optional.empty(), Optional.empty())),
				content -> write(content, site));
	}

	private static void write(HandOver content, CommandSite site) {
		OsgiServices source = new OsgiServices();
		try {
			DocumentWizard.handOver(site.shell(), source.get().documents(), content).ifPresent(
					path -> site.tell(Notice.Level.INFO, NLS.bind(Messages.HandOverHandler_done, path)));
		} catch (MissingServiceException e) {
			Failures.log(e);
		} finally {
			source.release();
		}
	}
}
