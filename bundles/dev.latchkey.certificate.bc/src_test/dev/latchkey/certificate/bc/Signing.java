package dev.latchkey.certificate.bc;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.SignatureAlgorithm;

/** Tries keys. */
final class Signing {

	private Signing() {
	}

	static void assertSigns(CertificateEntry entry) throws Exception {
		byte[] data = { 1, 2, 3 };
		byte[] signature = entry.key().open().sign(SignatureAlgorithm.PS256, data);
		assertTrue(SignatureAlgorithm.PS256.verify(entry.certificate().getPublicKey(), data, signature));
	}
}
