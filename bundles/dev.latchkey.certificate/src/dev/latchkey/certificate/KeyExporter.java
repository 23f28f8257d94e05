package dev.latchkey.certificate;

import org.osgi.annotation.versioning.ConsumerType;

/** Capability of a {@link CertificateProvider}: gives keys out, so that they can be handed over in a file. */
@ConsumerType
public interface KeyExporter {

	/**
	 * Gives out the key of one entry.
	 *
	 * @throws CertificateAccessException                 NOT_EXPORTABLE when the place does not give out this key, or what is
	 *                                                    wrong with the place; KEY_UNUSABLE when the entry is not there
	 * @throws java.util.concurrent.CancellationException when cancelled
	 */
	KeyMaterial export(CertificateReference reference, Cancellation cancellation) throws CertificateAccessException;
}
