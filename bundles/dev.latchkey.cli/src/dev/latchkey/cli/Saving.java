package dev.latchkey.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;

import org.eclipse.core.runtime.OperationCanceledException;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.connection.Proof;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.RegistrationService;
import dev.latchkey.registration.Verification;

/** Proves a connection and keeps it. */
final class Saving {

	private final Environment environment;
	private final RegistrationRequest request;
	private final UsedCertificate certificate;
	private final boolean unverified;
	private Optional<CertificateEntry> kept = Optional.empty();

	/** @param unverified whether it is to be saved without a proof, too */
	Saving(Environment environment, RegistrationRequest request, UsedCertificate certificate, boolean unverified) {
		this.environment = environment;
		this.request = request;
		this.certificate = certificate;
		this.unverified = unverified;
	}

	/** Before anything is written to the tenant, so that what is registered there can be used here. */
	void keepCertificate() throws CertificateAccessException, Refusal {
		kept = Optional.of(certificate.keep(environment.services().get(CertificateService.class), environment.cancellation()));
	}

	/** What was done is reported whatever becomes of the proof. */
	Report proveAndSave(Optional<RegistrationPlan> plan, Optional<RegistrationResult> result)
			throws CertificateAccessException, Refusal {
		ConnectReport.Builder report = new ConnectReport.Builder(plan, result);
		tellKept(report);
		try {
			environment.cancellation().check();
			Verification verification = environment.services().get(RegistrationService.class).verify(request,
					result.filter(RegistrationResult::changedAnything), new Progress(environment.terminal())::verified,
					new CancellingMonitor(environment.cancellation()));
			report.verified(verification);
			if (verification.proven() || unverified) {
				report.saved(save(verification, plan.map(RegistrationPlan::applicationObjectId)));
				tellKept(report);
			}
		} catch (CancellationException | OperationCanceledException e) {
			report.stopped(new Refusal(Refusal.CANCELLED, Messages.cancelled));
		} catch (RegistrationException e) {
			report.stopped(Refusal.of(e));
		} catch (ConnectionException e) {
			report.stopped(Refusal.of(e));
		}
		return report.build();
	}

	private void tellKept(ConnectReport.Builder report) {
		kept.filter(entry -> certificate.entry().isEmpty()).ifPresent(report::kept);
	}

	private Connection save(Verification verification, Optional<String> objectId) throws CertificateAccessException, ConnectionException, Refusal {
		if (kept.isEmpty()) {
			keepCertificate();
		}
		Connection connection = connection(verification, objectId);
		return environment.services().get(ConnectionService.class).save(connection);
	}

	private Connection connection(Verification verification, Optional<String> objectId) throws ConnectionException, Refusal {
		List<Connection> others = environment.services().get(ConnectionService.class).list();
		Optional<Connection> same = others.stream().filter(this::isSame).findFirst();
		boolean proven = verification.proven();
		Optional<String> organization = verification.organizationName();
		String name = same.map(mine -> mine.nameBeside(organization)).or(() -> organization).orElse(request.tenant().domain());
		CertificateEntry entry = kept.orElseThrow();
		return new Connection(same.map(Connection::id).orElseGet(UUID::randomUUID), same.map(Connection::revision).orElse(0L), name,
				request.tenant().cloud().id(), request.tenant().id(), request.tenant().domain(), request.account(),
				request.applicationId(), objectId.or(() -> same.flatMap(Connection::applicationObjectId)), entry.reference(),
				entry.certificate().getNotAfter().toInstant(), same.map(Connection::retired).orElse(List.of()), request.services(),
				request.profile().id(), proven ? Proof.of(request, Instant.now()) : Proof.NONE);
	}

	/** The organization's through the same application is replaced. */
	private boolean isSame(Connection other) {
		return other.isThrough(request.tenant().cloud().id(), request.tenant().id(), request.applicationId());
	}
}
