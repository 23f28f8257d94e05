package dev.latchkey.certificate.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.Finding;
import dev.latchkey.certificate.Finding.Kind;
import dev.latchkey.certificate.SignatureAlgorithm;
import dev.latchkey.certificate.SigningKey;

/** Finds out whether a key can be used by using it. */
final class SignatureTrial {

	private static final Logger LOG = System.getLogger(SignatureTrial.class.getName());

	/** People who are asked for a PIN may have to fetch it; they can cancel. */
	private static final Duration LIMIT = Duration.ofMinutes(10);
	private static final int TEST_BYTES = 32;

	private final IsolatedCalls calls = new IsolatedCalls();

	List<Finding> run(CertificateEntry entry, Cancellation cancellation) {
		try {
			return calls.call(entry, entry.store(), LIMIT, stop -> run(entry), cancellation);
		} catch (CertificateAccessException e) {
			LOG.log(Level.INFO, () -> "Test signature failed for " + entry.reference() + ": " + e); //$NON-NLS-1$ //$NON-NLS-2$
			return List.of(unusable(e));
		}
	}

	private static List<Finding> run(CertificateEntry entry) throws CertificateAccessException {
		byte[] data = new byte[TEST_BYTES];
		new SecureRandom().nextBytes(data);
		SigningKey key = entry.key().open();
		byte[] signature;
		try {
			signature = key.sign(SignatureAlgorithm.PS256, data);
		} catch (GeneralSecurityException e) {
			throw new CertificateAccessException(Reason.KEY_UNUSABLE, e);
		} catch (CancellationException e) {
			throw e;
		} catch (RuntimeException e) {
			// stores report keys that they won't use in many ways
			throw new CertificateAccessException(Reason.KEY_UNUSABLE, e);
		}
		if (!fits(entry, data, signature)) {
			throw new CertificateAccessException(Reason.KEY_MISMATCH);
		}
		return key.exportable() ? List.of() : List.of(new Finding(Kind.NOT_EXPORTABLE, List.of()));
	}

	private static boolean fits(CertificateEntry entry, byte[] data, byte[] signature) {
		try {
			return SignatureAlgorithm.PS256.verify(entry.certificate().getPublicKey(), data, signature);
		} catch (GeneralSecurityException e) {
			return false;
		}
	}

	private static Finding unusable(CertificateAccessException failure) {
		CertificateAccessException told = failure.reason() == Reason.PROVIDER_FAILED
				? new CertificateAccessException(Reason.KEY_UNUSABLE)
				: failure;
		return new Finding(Kind.KEY_UNUSABLE, List.of(told.getLocalizedMessage()));
	}
}
