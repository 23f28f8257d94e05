package dev.latchkey.ui.internal.view;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.osgi.util.NLS;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Connection.State;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.Verification;
import dev.latchkey.ui.internal.WizardServices;
import dev.latchkey.ui.internal.connect.Remembered;
import dev.latchkey.ui.internal.connect.SavedState;
import dev.latchkey.ui.internal.forms.Failures;
import dev.latchkey.ui.internal.forms.Notice;

/** Proves a saved connection anew, and keeps what was found. Runs in a background thread, without widgets. */
final class Verifying {

	/** What says nothing about the connection, only about the way to Microsoft. */
	private static final Set<Reason> ON_THE_WAY = EnumSet.of(Reason.NETWORK_UNREACHABLE, Reason.TIMED_OUT,
			Reason.TLS_UNTRUSTED, Reason.PROXY_REFUSED, Reason.NOT_JSON, Reason.THROTTLED, Reason.SERVICE_FAULT);

	private final WizardServices services;

	Verifying(WizardServices services) {
		this.services = services;
	}

	/** Returns what to tell about it. */
	Notice run(Connection connection, IProgressMonitor monitor) throws RegistrationException, ConnectionException {
		Remembered remembered = Remembered.of(connection, services, monitor::isCanceled);
		if (remembered.obstacle().isPresent()) {
			return failed(connection, remembered.obstacle().get());
		}
		Verification proof = services.registration().verify(remembered.request(connection), Optional.empty(), soFar -> {
		}, monitor);
		proof.checks().forEach(check -> check.failure().ifPresent(Failures::log));
		if (proof.proven()) {
			services.connections().save(SavedState.proven(connection, proof.organizationName()));
			return new Notice(Notice.Level.INFO, NLS.bind(Messages.Verifying_proven, connection.name()));
		}
		if (refuted(proof) && connection.state() == State.CONNECTED) {
			services.connections().save(SavedState.notProven(connection));
		}
		return failed(connection, proof.checks().stream().flatMap(check -> check.failure().stream()).findFirst()
				.map(Failure::sentence).orElse("")); //$NON-NLS-1$
	}

	private static Notice failed(Connection connection, String why) {
		return new Notice(Notice.Level.RETRY, NLS.bind(Messages.Verifying_notProven, connection.name(), why));
	}

	/** Whether the connection is known not to work, and not only Microsoft out of reach. */
	private static boolean refuted(Verification proof) {
		return proof.checks().stream().flatMap(check -> check.failure().stream())
				.anyMatch(failure -> !ON_THE_WAY.contains(failure.reason()));
	}
}
