package dev.latchkey.certificate;

/** Capability of a {@link CertificateProvider}: keeps keys that were made elsewhere. */
public interface CertificateImporter {

	/**
	 * Keeps the key and its certificate. The entry is in the provider's list when this returns. Adding a certificate
	 * that is there already replaces its key and is no error.
	 *
	 * @throws CertificateAccessException                 when it could not be kept; nothing was changed then
	 * @throws java.util.concurrent.CancellationException when cancelled; nothing was changed then
	 */
	CertificateEntry add(KeyMaterial material, Cancellation cancellation) throws CertificateAccessException;
}
