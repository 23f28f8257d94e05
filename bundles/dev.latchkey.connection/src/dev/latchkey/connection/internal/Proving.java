package dev.latchkey.connection.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.eclipse.core.runtime.IProgressMonitor;

import dev.latchkey.certificate.Thumbprint;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Proof;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.RegistrationService;
import dev.latchkey.registration.Verification;
import dev.latchkey.registration.Verification.Check;
import dev.latchkey.registration.Verification.State;
import dev.latchkey.registration.Verification.Subject;
import dev.latchkey.registration.Wait;

/**
 * Proves a candidate. All that is asked for must work with it; or else all that works with the present certificate, because what
 * the application itself lacks is no reason to let its certificate end.
 */
final class Proving {

	private final RegistrationService registration;
	private final IProgressMonitor monitor;

	Proving(RegistrationService registration, IProgressMonitor monitor) {
		this.registration = registration;
		this.monitor = monitor;
	}

	/**
	 * Waits for propagation.
	 *
	 * @param waiting is told what is waited for, and when that is over
	 * @return lets the connection use the candidate
	 */
	UnaryOperator<Connection> prove(Candidate candidate, RegistrationResult registered, Consumer<Optional<Wait>> waiting)
			throws RegistrationException {
		Verification found = verify(candidate.request(), Optional.of(registered), waiting);
		if (!found.proven() && !isAsGood(found, candidate)) {
			throw new RegistrationException(failure(found));
		}
		return current -> switched(current, candidate, found.proven());
	}

	Verification verify(RegistrationRequest request, Optional<RegistrationResult> registered,
			Consumer<Optional<Wait>> waiting) throws RegistrationException {
		return registration.verify(request, registered, so -> waiting
				.accept(so.checks().stream().flatMap(check -> check.waiting().stream()).findFirst()), monitor);
	}

	private boolean isAsGood(Verification next, Candidate candidate) throws RegistrationException {
		if (!signsIn(next)) {
			return false;
		}
		Optional<RegistrationRequest> present = candidate.presentRequest();
		if (present.isEmpty()) {
			return true;
		}
		List<Subject> working = working(verify(present.get(), Optional.empty(), wait -> {
		}));
		return working(next).containsAll(working);
	}

	private static List<Subject> working(Verification verification) {
		return verification.checks().stream().filter(check -> check.state() == State.PASSED).map(Check::subject).toList();
	}

	/** Whether there was a token, whatever it lacks. */
	static boolean signsIn(Verification verification) {
		return verification.checks().stream().anyMatch(
				check -> check.state() == State.PASSED || !check.granted().isEmpty() || !check.missing().isEmpty());
	}

	static Failure failure(Verification verification) {
		return verification.checks().stream().filter(check -> check.state() == State.FAILED)
				.flatMap(check -> check.failure().stream()).findFirst().orElseGet(() -> Failure.of(Reason.UNKNOWN));
	}

	/** What was proven counts as far as nobody has changed meanwhile what had to be. */
	private static Connection switched(Connection current, Candidate candidate, boolean proven) {
		Instant now = Instant.now();
		Connection before = candidate.connection();
		boolean same = current.services().equals(before.services()) && current.account().equals(before.account())
				&& current.profileId().equals(before.profileId());
		Proof proof = proven && same ? Proof.of(candidate.request(), now).with(current.proof().drifts()) : current.proof();
		return current.renewed(candidate.next().reference(), candidate.next().certificate().getNotAfter().toInstant(),
				candidate.present().map(entry -> Thumbprint.sha1(entry.certificate())).orElse(""), now, proof); //$NON-NLS-1$
	}
}
