package dev.latchkey.certificate.bc;

import java.security.cert.X509Certificate;
import java.util.List;

import dev.latchkey.certificate.Thumbprint;

/**
 * One key of the key store file.
 *
 * @param sha256       the certificate's thumbprint
 * @param friendlyName may be empty
 * @param issuers      the certificates above, nearest first
 * @param protectedKey the key as it lies in the file, encrypted with the store's password
 */
record StoredKey(String sha256, String friendlyName, X509Certificate certificate, List<X509Certificate> issuers,
		byte[] protectedKey) {

	StoredKey(String friendlyName, X509Certificate certificate, List<X509Certificate> issuers, byte[] protectedKey) {
		this(Thumbprint.sha256(certificate), friendlyName, certificate, List.copyOf(issuers), protectedKey);
	}

	StoreAlias alias() {
		return new StoreAlias(sha256, friendlyName);
	}
}
