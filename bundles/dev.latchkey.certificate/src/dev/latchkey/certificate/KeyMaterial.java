package dev.latchkey.certificate;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;

/**
 * A private key in this process' memory with its certificate: freshly made, or read from a file, and not kept anywhere yet.
 *
 * @param key          the private key
 * @param certificate  the certificate of that key
 * @param issuers      the certificates above it, nearest first; may be empty
 * @param friendlyName a name for people, may be empty
 */
public record KeyMaterial(PrivateKey key, X509Certificate certificate, List<X509Certificate> issuers,
		String friendlyName) {

	public KeyMaterial {
		Objects.requireNonNull(key, "key"); //$NON-NLS-1$
		Objects.requireNonNull(certificate, "certificate"); //$NON-NLS-1$
		issuers = List.copyOf(issuers);
		Objects.requireNonNull(friendlyName, "friendlyName"); //$NON-NLS-1$
	}

	/** Never shows key material. */
	@Override
	public String toString() {
		return "KeyMaterial[" + certificate.getSubjectX500Principal() + ']'; //$NON-NLS-1$
	}
}
