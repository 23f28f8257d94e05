package dev.latchkey.ui.internal.view;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.osgi.util.NLS;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionVerifier;
import dev.latchkey.registration.Failure;
import dev.latchkey.ui.internal.WizardServices;
import dev.latchkey.ui.internal.forms.Failures;
import dev.latchkey.ui.internal.forms.Notice;

/** Proves a saved connection anew, and keeps what was found. Runs in a background thread, without widgets. */
final class Verifying {

	private final WizardServices services;

	Verifying(WizardServices services) {
		this.services = services;
	}

	/** Returns what to tell about it. */
	Notice run(Connection connection, IProgressMonitor monitor) throws ConnectionException {
		ConnectionVerifier.Verified verified = services.verifier().verify(connection.id(), soFar -> {
		}, monitor);
		verified.verification().checks().forEach(check -> check.failure().ifPresent(Failures::log));
		if (verified.verification().proven()) {
			return new Notice(Notice.Level.INFO, NLS.bind(Messages.Verifying_proven, verified.connection().name()));
		}
		return failed(verified.connection(),
				verified.connection().proof().failure().map(Failure::sentence).orElse("")); //$NON-NLS-1$
	}

	private static Notice failed(Connection connection, String why) {
		return new Notice(Notice.Level.RETRY, NLS.bind(Messages.Verifying_notProven, connection.name(), why));
	}
}
