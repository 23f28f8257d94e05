package dev.latchkey.certificate;

import org.osgi.annotation.versioning.ConsumerType;

/** Opens the private key of one entry, only when it is needed. Callable from any thread, any number of times. */
@ConsumerType
@FunctionalInterface
public interface KeyAccess {

	/**
	 * @return the key, ready to sign; never null
	 * @throws CertificateAccessException when the key can't be had now, with the reason
	 */
	SigningKey open() throws CertificateAccessException;
}
