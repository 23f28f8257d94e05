package dev.latchkey.certificate;

import org.osgi.annotation.versioning.ConsumerType;

/** Capability of a {@link CertificateProvider}: removes entries. */
@ConsumerType
public interface CertificateRemover {

	/**
	 * Removes the entry and its key for good: entries that were listed before can't open it any more. An entry that is not there,
	 * or of another provider, is no error.
	 *
	 * @throws CertificateAccessException                 when it could not be removed
	 * @throws java.util.concurrent.CancellationException when cancelled; nothing was changed then
	 */
	void remove(CertificateReference reference, Cancellation cancellation) throws CertificateAccessException;
}
