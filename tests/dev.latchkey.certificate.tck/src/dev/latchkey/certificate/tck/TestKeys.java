package dev.latchkey.certificate.tck;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

import dev.latchkey.certificate.KeyMaterial;

/** Makes fresh keys with self-signed certificates, with nothing but the JDK, to fill a place for a test. */
public final class TestKeys {

	private static final int BITS = 2048;
	private static final int SERIAL_BITS = 127;
	private static final byte[] SHA256_WITH_RSA = HexFormat.of().parseHex("300D06092A864886F70D01010B0500");
	private static final byte[] COMMON_NAME = HexFormat.of().parseHex("0603550403");
	private static final byte[] KEY_USAGE = HexFormat.of().parseHex("0603551D0F");
	private static final byte[] CRITICAL = HexFormat.of().parseHex("0101FF");
	private static final byte[] DIGITAL_SIGNATURE = HexFormat.of().parseHex("03020780");

	private TestKeys() {
	}

	/**
	 * Makes an RSA key of 2048 bits and its certificate, valid from an hour ago for thirty days. Takes some tenths of a second.
	 *
	 * @param name the certificate's common name and the friendly name
	 * @return the key, another one at each call
	 */
	public static KeyMaterial rsa(String name) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(BITS);
			KeyPair pair = generator.generateKeyPair();
			return new KeyMaterial(pair.getPrivate(), certificate(pair, name), List.of(), name);
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("Every Java platform makes RSA keys", e);
		}
	}

	private static X509Certificate certificate(KeyPair pair, String name) throws GeneralSecurityException {
		byte[] content = content(pair.getPublic(), name);
		Signature signature = Signature.getInstance("SHA256withRSA");
		signature.initSign(pair.getPrivate());
		signature.update(content);
		byte[] certificate = Der.sequence(content, SHA256_WITH_RSA, Der.bitString(signature.sign()));
		return (X509Certificate) CertificateFactory.getInstance("X.509")
				.generateCertificate(new ByteArrayInputStream(certificate));
	}

	/** TBSCertificate of RFC 5280, section 4.1. */
	private static byte[] content(PublicKey key, String name) {
		byte[] subject = Der.sequence(Der.set(Der.sequence(COMMON_NAME, Der.utf8(name))));
		Instant start = Instant.now().minus(Duration.ofHours(1));
		return Der.sequence(Der.explicit(0, Der.integer(BigInteger.TWO)),
				Der.integer(new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS - 1)), SHA256_WITH_RSA, subject,
				Der.sequence(Der.time(start), Der.time(start.plus(Duration.ofDays(30)))), subject, key.getEncoded(),
				Der.explicit(3, Der.sequence(Der.sequence(KEY_USAGE, CRITICAL, Der.octetString(DIGITAL_SIGNATURE)))));
	}
}
