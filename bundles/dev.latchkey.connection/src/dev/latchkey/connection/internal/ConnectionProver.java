package dev.latchkey.connection.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.connection.ConnectionVerifier;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.Drift;
import dev.latchkey.registration.DriftDetection;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.ProfileCatalog;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.RegistrationService;
import dev.latchkey.registration.Verification;

/** Proves connections by a sign-in with their certificate. */
@Component
public final class ConnectionProver implements ConnectionVerifier {

	private final ConnectionService connections;
	private final RegistrationService registration;
	private final DriftDetection drift;
	private final Belongings belongings;

	@Activate
	public ConnectionProver(@Reference ConnectionService connections, @Reference RegistrationService registration,
			@Reference DriftDetection drift, @Reference CloudCatalog clouds, @Reference ProfileCatalog profiles,
			@Reference CertificateService certificates) {
		this.connections = connections;
		this.registration = registration;
		this.drift = drift;
		belongings = new Belongings(clouds, profiles, certificates);
	}

	@Override
	public RegistrationRequest request(Connection connection, IProgressMonitor monitor) throws ConnectionException {
		return request(connection, Optional.empty(), monitor);
	}

	private RegistrationRequest request(Connection connection, Optional<Cloud> cloud, IProgressMonitor monitor)
			throws ConnectionException {
		Cancellation cancellation = monitor == null ? Cancellation.NEVER : monitor::isCanceled;
		try {
			RegistrationRequest request = belongings.request(connection, cloud, cancellation);
			cancellation.check();
			return request;
		} catch (CancellationException e) {
			throw new OperationCanceledException();
		}
	}

	@Override
	public Verified verify(UUID id, Optional<Cloud> cloud, Consumer<Verification> progress, IProgressMonitor monitor)
			throws ConnectionException {
		Connection connection = connections.find(id)
				.orElseThrow(() -> new ConnectionException(ConnectionException.Reason.NOT_FOUND, id.toString(), null));
		try {
			return prove(connection, request(connection, cloud, monitor), progress, monitor);
		} catch (RegistrationException e) {
			throw untried(connection, new ConnectionException(e.failure(), e));
		} catch (ConnectionException e) {
			throw untried(connection, e);
		}
	}

	private Verified prove(Connection connection, RegistrationRequest request, Consumer<Verification> progress,
			IProgressMonitor monitor) throws RegistrationException, ConnectionException {
		Verification verification = registration.verify(request, Optional.empty(), progress, monitor);
		ProofMaking making = new ProofMaking(connection, request, verification);
		Optional<List<Drift>> drifts = drifts(making, connection.proof().met(), monitor);
		return new Verified(connections.update(connection.id(), now -> making.apply(now, drifts)), verification,
				drifts.orElse(List.of()));
	}

	/** What can't be saved must not hide why it was to be. */
	private ConnectionException untried(Connection connection, ConnectionException problem) {
		try {
			Optional<Failure> why = problem.missing().or(problem::failure);
			if (why.isPresent()) {
				connections.update(connection.id(), now -> ProofMaking.untried(connection, why.get(), now));
			}
		} catch (ConnectionException e) {
			problem.addSuppressed(e);
		}
		return problem;
	}

	/** What was found is worth saving whether or not more can be found out. */
	private Optional<List<Drift>> drifts(ProofMaking making, Set<String> met, IProgressMonitor monitor) {
		try {
			return making.isReached() ? Optional.of(drift.compare(making.request(), making.verification(), met, monitor))
					: Optional.empty();
		} catch (RegistrationException e) {
			return Optional.empty();
		}
	}
}
