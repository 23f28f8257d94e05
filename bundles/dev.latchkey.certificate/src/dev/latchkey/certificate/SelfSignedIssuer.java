package dev.latchkey.certificate;

import org.osgi.annotation.versioning.ProviderType;

/** Service that makes a key pair and its self-signed certificate. */
@ProviderType
public interface SelfSignedIssuer {

	/**
	 * Makes an RSA key pair and a certificate signed with SHA-256: 128 bit random serial number, key usage
	 * digitalSignature, extended key usage clientAuth, valid from a few minutes ago (clocks differ), without any host
	 * name. Takes 0.1 s to 8 s.
	 *
	 * @throws CertificateAccessException                 when this Java machine can't make it
	 * @throws java.util.concurrent.CancellationException when cancelled, within 200 ms
	 */
	KeyMaterial issue(SelfSignedRequest request, Cancellation cancellation) throws CertificateAccessException;
}
