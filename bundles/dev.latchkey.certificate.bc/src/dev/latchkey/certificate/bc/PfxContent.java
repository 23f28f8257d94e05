package dev.latchkey.certificate.bc;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;

/**
 * What was found in a PKCS #12 file, in its order, before keys and certificates are brought together.
 *
 * @param keys         the private keys that could be opened
 * @param certificates all certificates
 */
record PfxContent(List<Key> keys, List<Certificate> certificates) {

	/** @param localKeyId what joins key and certificate; null where the program wrote none */
	record Key(PrivateKey key, String friendlyName, byte[] localKeyId) {
	}

	/** @param localKeyId what joins key and certificate; null where the program wrote none */
	record Certificate(X509Certificate certificate, String friendlyName, byte[] localKeyId) {

		boolean isMarkedFor(Key key) {
			return localKeyId != null && Arrays.equals(localKeyId, key.localKeyId);
		}
	}
}
