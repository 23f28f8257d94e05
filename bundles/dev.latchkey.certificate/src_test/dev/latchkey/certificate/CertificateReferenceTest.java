package dev.latchkey.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateReferenceTest {

	private static final String SHA256 = "0123456789abcdef".repeat(4);

	@Test
	void readsWhatItWrites() {
		CertificateReference reference = new CertificateReference("com.example.vault", SHA256);
		assertEquals(reference, CertificateReference.parse(reference.toString()));
		assertEquals("com.example.vault:" + SHA256.toUpperCase(), reference.toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", ":", "x:", "x:12", "a b:" + "00" })
	void refusesOtherTexts(String text) {
		assertThrows(IllegalArgumentException.class, () -> CertificateReference.parse(text));
	}

	@Test
	void refusesMalformedParts() {
		assertThrows(IllegalArgumentException.class, () -> new CertificateReference("a:b", SHA256));
		assertThrows(IllegalArgumentException.class, () -> new CertificateReference("a", SHA256 + "00"));
		assertThrows(IllegalArgumentException.class, () -> new CertificateReference("a", "G" + SHA256.substring(1)));
	}
}
