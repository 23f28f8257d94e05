package dev.latchkey.certificate;

import org.osgi.annotation.versioning.ConsumerType;

/** Capability of a {@link CertificateProvider}: keeps keys that were made elsewhere. */
@ConsumerType
public interface CertificateImporter {

	/**
	 * Keeps the key and its certificate. The entry is in the provider's list when this returns. Adding a certificate
	 * that is there already replaces its key and is no error; other certificates stay, also those of the same name. The key
	 * itself is copied and left as it is.
	 *
	 * @throws CertificateAccessException                 when it could not be kept, for example because the key has no encoded form;
	 *                                                    nothing was changed then
	 * @throws java.util.concurrent.CancellationException when cancelled; nothing was changed then
	 */
	CertificateEntry add(KeyMaterial material, Cancellation cancellation) throws CertificateAccessException;
}
