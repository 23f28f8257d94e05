package dev.latchkey.connection;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import org.osgi.annotation.versioning.ProviderType;

import org.eclipse.core.runtime.IProgressMonitor;

import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.Drift;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.Verification;

/**
 * Service that proves saved connections anew and keeps what was found. Every method blocks, on keys or on the network, and
 * must not be called on a user interface thread; all throw {@link org.eclipse.core.runtime.OperationCanceledException} soon
 * after the monitor is cancelled. Monitors may be null.
 */
@ProviderType
public interface ConnectionVerifier {

	/**
	 * What has to hold for the connection: its cloud, its certificate with the key and its profile, as they are here now.
	 *
	 * @throws ConnectionException {@link ConnectionException.Reason#CLOUD_MISSING},
	 *                             {@link ConnectionException.Reason#CERTIFICATE_MISSING},
	 *                             {@link ConnectionException.Reason#PROFILE_MISSING}
	 */
	RegistrationRequest request(Connection connection, IProgressMonitor monitor) throws ConnectionException;

	/**
	 * Proves the connection and saves what was found, good or bad. When somebody changed meanwhile what was to be proven,
	 * only that somebody's change is saved.
	 *
	 * @param progress is told the checks so far after each change, on an unspecified thread
	 * @throws ConnectionException when it could not be tried. What the connection names and is not here, and what was refused, is
	 *                             saved as the reason why it is not verified; after any other nothing is
	 */
	default Verified verify(UUID connection, Consumer<Verification> progress, IProgressMonitor monitor)
			throws ConnectionException {
		return verify(connection, Optional.empty(), progress, monitor);
	}

	/**
	 * As {@link #verify(UUID, Consumer, IProgressMonitor)}, also where the connection's cloud is not known here.
	 *
	 * @param cloud is used when the connection is in this one
	 */
	Verified verify(UUID connection, Optional<Cloud> cloud, Consumer<Verification> progress, IProgressMonitor monitor)
			throws ConnectionException;

	/**
	 * What was found.
	 *
	 * @param connection   as it is saved now
	 * @param verification the checks
	 * @param drifts       what is otherwise than it is asked for, or than it was, the worst first; empty also when Microsoft
	 *                     could not be reached
	 */
	record Verified(Connection connection, Verification verification, List<Drift> drifts) {
		public Verified {
			drifts = List.copyOf(drifts);
		}
	}
}
