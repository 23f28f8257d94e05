package dev.latchkey.connection.internal;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.connection.CertificateRenewer.Failed;
import dev.latchkey.connection.CertificateRenewer.Step;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;

/** Says why a renewal ended early, and whether an administrator could do it. */
final class Failures {

	private static final Set<Step> BEFORE_THE_PROOF = EnumSet.of(Step.PREPARING, Step.ADDING);

	/** What only concerns the present certificate, or what the application may do with it. */
	private static final Set<Reason> OF_THE_APPLICATION = EnumSet.of(Reason.CERTIFICATE_EXPIRED,
			Reason.CERTIFICATE_NOT_REGISTERED, Reason.CERTIFICATE_REFUSED, Reason.CERTIFICATE_KEY_MISMATCH,
			Reason.CERTIFICATE_WEAK, Reason.KEY_UNUSABLE, Reason.ROLLOVER_IMPOSSIBLE);

	private final boolean administrator;

	/** @param administrator whether it was one who tried */
	Failures(boolean administrator) {
		this.administrator = administrator;
	}

	Failed of(Failure failure, Step step) {
		return new Failed(failure.sentence(), Optional.of(failure),
				canHelp(step) && OF_THE_APPLICATION.contains(failure.reason()));
	}

	Failed of(ConnectionException e, Step step) {
		return new Failed(e.getLocalizedMessage(), e.failure(),
				canHelp(step) && e.reason() == ConnectionException.Reason.CERTIFICATE_MISSING);
	}

	Failed of(CertificateAccessException e) {
		return new Failed(e.getLocalizedMessage(), Optional.empty(), false);
	}

	/** Of somebody's fault who is not known here. */
	Failed of(Throwable e) {
		return of(Failure.of(Reason.UNKNOWN, e.getClass().getSimpleName()), Step.NOT_BEGUN);
	}

	private boolean canHelp(Step step) {
		return !administrator && BEFORE_THE_PROOF.contains(step);
	}
}
