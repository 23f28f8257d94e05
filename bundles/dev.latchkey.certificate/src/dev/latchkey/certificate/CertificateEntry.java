package dev.latchkey.certificate;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;

/**
 * A certificate with a private key that may be used. Immutable; making one must be cheap, the key is opened on demand.
 *
 * @param reference    names the entry
 * @param certificate  the end entity certificate
 * @param issuers      the certificates above it, nearest first, as far as they are known; may be empty
 * @param friendlyName the name that its owner gave it, may be empty
 * @param store        the localized name of the place where it lies, as its users know it
 * @param key          opens the private key
 */
public record CertificateEntry(CertificateReference reference, X509Certificate certificate,
		List<X509Certificate> issuers, String friendlyName, String store, KeyAccess key) {

	public CertificateEntry {
		Objects.requireNonNull(reference, "reference"); //$NON-NLS-1$
		Objects.requireNonNull(certificate, "certificate"); //$NON-NLS-1$
		issuers = List.copyOf(issuers);
		Objects.requireNonNull(friendlyName, "friendlyName"); //$NON-NLS-1$
		Objects.requireNonNull(store, "store"); //$NON-NLS-1$
		Objects.requireNonNull(key, "key"); //$NON-NLS-1$
	}

	/** Two entries are equal when their references are: the key behind them may be opened anew each time. */
	@Override
	public boolean equals(Object other) {
		return other instanceof CertificateEntry entry && reference.equals(entry.reference);
	}

	@Override
	public int hashCode() {
		return reference.hashCode();
	}
}
