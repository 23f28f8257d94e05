package dev.latchkey.connection.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Connection.RetiredCertificate;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.ItemResult;
import dev.latchkey.registration.ItemResult.Outcome;
import dev.latchkey.registration.KeyRollover;
import dev.latchkey.registration.PlanItem;
import dev.latchkey.registration.PlanItem.RemoveCertificate;
import dev.latchkey.registration.PlanItem.Standing;
import dev.latchkey.registration.PlanItem.State;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.RegistrationService;
import dev.latchkey.registration.Verification;

/** Removes what certificates were retired, and nothing that anybody still uses. */
final class Removing {

	private static final Consumer<RegistrationResult> UNSEEN = result -> {
	};

	private final ConnectionService connections;
	private final Belongings belongings;
	private final RegistrationService registration;
	private final KeyRollover rollover;
	private final IProgressMonitor monitor;

	Removing(ConnectionService connections, Belongings belongings, RegistrationService registration, KeyRollover rollover,
			IProgressMonitor monitor) {
		this.connections = connections;
		this.belongings = belongings;
		this.registration = registration;
		this.rollover = rollover;
		this.monitor = monitor;
	}

	/** @return as it is saved now */
	Connection remove(Connection connection, List<RetiredCertificate> asked, Optional<AdminSession> administrator)
			throws ConnectionException {
		List<RetiredCertificate> retired = connection.retired().stream().filter(asked::contains).toList();
		if (retired.isEmpty()) {
			return connection;
		}
		for (RetiredCertificate each : retired) {
			requireUnused(each, connection);
		}
		try {
			Candidate present = present(connection);
			Set<String> sha1 = retired.stream().map(RetiredCertificate::sha1).collect(Collectors.toSet());
			Registering.Way way = administrator
					.<Registering.Way>map(session -> () -> byAdministrator(present.request(), session, sha1)).orElse(() -> rollover
							.remove(present.request(), connection.applicationObjectId(), sha1, UNSEEN, monitor));
			return saved(connection, retired, way.go());
		} catch (RegistrationException e) {
			throw new ConnectionException(e.failure(), e);
		} catch (CancellationException e) {
			throw new OperationCanceledException();
		}
	}

	private Candidate present(Connection connection) throws ConnectionException {
		Cancellation cancellation = () -> monitor != null && monitor.isCanceled();
		return Candidate.of(connection, Optional.empty(), belongings.certificate(connection, cancellation), belongings);
	}

	/** Another connection of the same application may have the same certificate. */
	private void requireUnused(RetiredCertificate retired, Connection connection) throws ConnectionException {
		String sha256 = retired.certificate().sha256();
		boolean used = connections.list().stream().filter(connection::sameApplication)
				.anyMatch(each -> each.certificate().sha256().equals(sha256));
		if (used) {
			throw new ConnectionException(Failure.of(Reason.STILL_USED, retired.sha1()), null);
		}
		if (retired.sha1().isEmpty()) {
			throw new ConnectionException(Failure.of(Reason.NOT_PROVABLY_OURS, sha256), null);
		}
	}

	/** The application itself would have proven its present certificate by removing the others with it. */
	private RegistrationResult byAdministrator(RegistrationRequest present, AdminSession session, Set<String> sha1)
			throws RegistrationException {
		Registering.requireTenant(session, present.tenant());
		Verification found = new Proving(registration, monitor).verify(present, Optional.empty(), wait -> {
		});
		if (!Proving.signsIn(found)) {
			throw new RegistrationException(Proving.failure(found));
		}
		RegistrationPlan plan = registration.plan(present, session, monitor);
		Standing toDo = new Standing(State.TO_DO, Optional.empty(), "", List.of()); //$NON-NLS-1$
		List<PlanItem> removals = plan.certificates().stream().filter(each -> sha1.contains(each.thumbprint()))
				.<PlanItem>map(each -> new RemoveCertificate(toDo, each)).toList();
		return registration.apply(Registering.only(plan, removals), session, UNSEEN, monitor);
	}

	private Connection saved(Connection connection, List<RetiredCertificate> retired, RegistrationResult result)
			throws ConnectionException {
		List<ItemResult> left = result.items().stream()
				.filter(item -> item.outcome() != Outcome.DONE && item.outcome() != Outcome.ALREADY_DONE).toList();
		Set<String> there = left.stream().map(item -> ((RemoveCertificate) item.item()).certificate().thumbprint())
				.collect(Collectors.toSet());
		Connection now = connections.update(connection.id(), current -> {
			Connection changed = current;
			for (RetiredCertificate each : retired) {
				changed = there.contains(each.sha1()) ? changed : changed.without(each);
			}
			return changed;
		});
		Optional<Failure> failure = left.stream().flatMap(item -> item.failure().stream()).findFirst();
		if (failure.isPresent()) {
			throw new ConnectionException(failure.get(), null);
		}
		return now;
	}
}
