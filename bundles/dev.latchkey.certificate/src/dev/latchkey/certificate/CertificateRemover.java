package dev.latchkey.certificate;

/** Capability of a {@link CertificateProvider}: removes entries. */
public interface CertificateRemover {

	/**
	 * Removes the entry and its key for good. An entry that is not there is no error.
	 *
	 * @throws CertificateAccessException                 when it could not be removed
	 * @throws java.util.concurrent.CancellationException when cancelled; nothing was changed then
	 */
	void remove(CertificateReference reference, Cancellation cancellation) throws CertificateAccessException;
}
