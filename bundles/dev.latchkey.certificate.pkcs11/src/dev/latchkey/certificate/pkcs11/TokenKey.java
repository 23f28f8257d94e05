package dev.latchkey.certificate.pkcs11;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds a certificate's private key on its token. */
record TokenKey(X509Certificate certificate, Optional<byte[]> id) {

	String algorithm() {
		return certificate.getPublicKey().getAlgorithm();
	}

	/** By the key itself; by the id, which people give and may give twice, only where the token does not show the key's numbers. */
	Optional<Long> find(Session session) throws CryptokiException {
		PublicKey key = certificate.getPublicKey();
		if (key instanceof RSAPublicKey rsa) {
			List<Long> found = session.find(privateKey(), Attribute.of(Ck.CKA_KEY_TYPE, Ck.CKK_RSA),
					new Attribute(Ck.CKA_MODULUS, unsigned(rsa.getModulus())));
			if (!found.isEmpty()) {
				return Optional.of(found.get(0));
			}
		}
		return id.isEmpty() ? Optional.empty()
				: session.find(privateKey(), new Attribute(Ck.CKA_ID, id.get())).stream().findFirst();
	}

	private static Attribute privateKey() {
		return Attribute.of(Ck.CKA_CLASS, Ck.CKO_PRIVATE_KEY);
	}

	private static byte[] unsigned(BigInteger number) {
		byte[] bytes = number.toByteArray();
		return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
	}
}
