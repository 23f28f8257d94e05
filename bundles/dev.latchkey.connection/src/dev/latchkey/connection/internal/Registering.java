package dev.latchkey.connection.internal;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

import dev.latchkey.certificate.Thumbprint;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.ItemResult;
import dev.latchkey.registration.Journal;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.KeyRollover;
import dev.latchkey.registration.PlanItem;
import dev.latchkey.registration.PlanItem.AddCertificate;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.RegistrationService;
import dev.latchkey.registration.Tenant;
import dev.latchkey.registration.Wait;

/** Registers a certificate beside the others and nothing else: by the application itself, or by an administrator. */
final class Registering {

	private final RegistrationService registration;
	private final KeyRollover rollover;
	private final Journal journal;

	Registering(RegistrationService registration, KeyRollover rollover, Journal journal) {
		this.registration = registration;
		this.rollover = rollover;
		this.journal = journal;
	}

	/** By whom something is changed. */
	@FunctionalInterface
	interface Way {
		RegistrationResult go() throws RegistrationException;
	}

	/** @throws RegistrationException {@link Reason#CERTIFICATE_EXPIRED} */
	static void requireValid(X509Certificate certificate, Instant now) throws RegistrationException {
		if (now.isAfter(certificate.getNotAfter().toInstant())) {
			throw new RegistrationException(Failure.of(Reason.CERTIFICATE_EXPIRED, Thumbprint.sha1(certificate)));
		}
	}

	/** @throws RegistrationException {@link Reason#WRONG_TENANT} */
	static void requireTenant(AdminSession session, Tenant tenant) throws RegistrationException {
		Tenant signedIn = session.tenant();
		if (!signedIn.id().equals(tenant.id()) || !signedIn.cloud().id().equals(tenant.cloud().id())) {
			throw new RegistrationException(
					Failure.of(Reason.WRONG_TENANT, session.userName(), signedIn.domain(), tenant.domain()));
		}
	}

	/**
	 * @param waiting is told what is waited for, and when that is over
	 * @return the certificate is registered
	 */
	RegistrationResult register(Candidate candidate, Optional<AdminSession> administrator, Consumer<Optional<Wait>> waiting,
			IProgressMonitor monitor) throws RegistrationException {
		Consumer<RegistrationResult> progress = so -> waiting
				.accept(so.items().stream().flatMap(item -> item.waiting().stream()).findFirst());
		RegistrationRequest request = candidate.request();
		Way way = administrator.<Way>map(session -> () -> byAdministrator(request, session, progress, monitor))
				.orElse(() -> rollover.add(request, candidate.presentCertificate().orElseThrow(),
						candidate.connection().applicationObjectId(), progress, monitor));
		RegistrationResult result = way.go();
		if (result.isThere(AddCertificate.ID)) {
			return result;
		}
		throw refused(result);
	}

	private static RegistrationException refused(RegistrationResult result) {
		return result.items().stream().map(ItemResult::failure).flatMap(Optional::stream).findFirst()
				.map(RegistrationException::new).orElseThrow(OperationCanceledException::new);
	}

	private RegistrationResult byAdministrator(RegistrationRequest request, AdminSession session,
			Consumer<RegistrationResult> progress, IProgressMonitor monitor) throws RegistrationException {
		requireTenant(session, request.tenant());
		RegistrationPlan plan = registration.plan(request, session, monitor);
		List<PlanItem> items = plan.items().stream().filter(AddCertificate.class::isInstance).toList();
		return registration.apply(takingUp(only(plan, items)), session, progress, monitor);
	}

	/** An interrupted run of the same certificate goes on and ends, so that nobody is offered to take back what is in use. */
	private RegistrationPlan takingUp(RegistrationPlan plan) throws RegistrationException {
		String sha256 = Thumbprint.sha256(plan.request().certificate().certificate());
		return journal.runs(plan.request().applicationId()).stream().filter(JournalRun::isOpen)
				.filter(run -> run.tenantId().equals(plan.request().tenant().id()) && run.certificate().equalsIgnoreCase(sha256))
				.findFirst().map(run -> plan.continuing(run.id())).orElse(plan);
	}

	/** The plan with these items alone. */
	static RegistrationPlan only(RegistrationPlan plan, List<PlanItem> items) {
		return new RegistrationPlan(plan.request(), plan.application(), plan.policy(), items, Optional.empty());
	}
}
