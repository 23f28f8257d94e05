package dev.latchkey.registration.graph.tenant;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.OperationCanceledException;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.PlanItem;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationPlan.ExistingCertificate;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.Thumbprint;
import dev.latchkey.registration.graph.net.Operation;
import dev.latchkey.registration.graph.tenant.PlanRunner.ItemOutcome;

/** Adds the certificate to the application's others, without losing one of them. */
final class CertificateWork {

	private static final Duration FIRST_LOOK = Duration.ofMillis(250);
	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);
	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final RegistrationPlan plan;
	private final X509Certificate certificate;
	private final TenantReader reader;
	private final TenantWriter writer;
	private final Operation operation;
	private boolean written;

	CertificateWork(RegistrationPlan plan, TenantReader reader, TenantWriter writer, Operation operation) {
		this.plan = plan;
		this.certificate = plan.request().certificate().certificate();
		this.reader = reader;
		this.writer = writer;
		this.operation = operation;
	}

	/** Can be called again after a refusal: what is there now is read right before anything is written. */
	ItemOutcome perform(PlanItem item) throws Refusal {
		ApplicationState before = reader.application(plan.request());
		if (before.key(certificate).isPresent()) {
			return written ? ItemOutcome.DONE : ItemOutcome.ALREADY;
		}
		if (!before.keyIds().equals(plannedKeyIds())) {
			throw new Refusal(changedByOthers(), 0, Optional.empty(), null);
		}
		written = true;
		writer.addKey(item, before, KeyCredential.of(certificate));
		awaitSeen(before);
		return ItemOutcome.DONE;
	}

	private Set<String> plannedKeyIds() {
		return plan.certificates().stream().map(ExistingCertificate::keyId).collect(Collectors.toSet());
	}

	/** Written is written: who cancels now is told so, and not made to wait. */
	private void awaitSeen(ApplicationState before) throws Refusal {
		try {
			long end = System.nanoTime() + LIMIT.toNanos();
			Duration pause = FIRST_LOOK;
			while (!seen(before, System.nanoTime() > end)) {
				operation.pause(pause);
				pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
			}
		} catch (OperationCanceledException e) {
			return;
		}
	}

	private boolean seen(ApplicationState before, boolean last) throws Refusal {
		ApplicationState now = reader.application(plan.request());
		boolean ours = now.key(certificate).isPresent();
		boolean theirs = before.keys().stream().allMatch(old -> now.keys().stream().anyMatch(old::sameAs));
		if (last && !(ours && theirs)) {
			Failure failure = ours ? changedByOthers()
					: Failure.of(Reason.CERTIFICATE_NOT_REGISTERED, Thumbprint.hex(certificate));
			throw new Refusal(failure, 0, Optional.empty(), null);
		}
		return ours && theirs;
	}

	private Failure changedByOthers() {
		return Failure.of(Reason.CHANGED_BY_OTHERS, plan.applicationName());
	}
}
