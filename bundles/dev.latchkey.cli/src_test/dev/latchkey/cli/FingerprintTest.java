package dev.latchkey.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {

	private static final String SHA_1 = "00112233445566778899AABBCCDDEEFF00112233";

	@ParameterizedTest
	@ValueSource(strings = { SHA_1, "00112233445566778899aabbccddeeff00112233",
			"00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:00:11:22:33",
			" 00 11 22 33 44 55 66 77 88 99 aa bb cc dd ee ff 00 11 22 33 ",
			"\u200e00112233445566778899aabbccddeeff00112233", "00-11-22-33-44-55-66-77-88-99-AA-BB-CC-DD-EE-FF-00-11-22-33" })
	void isReadAsPeopleCopyIt(String text) {
		assertEquals(SHA_1, Fingerprint.parse(text).orElseThrow().digits());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0", "00112233445566778899AABBCCDDEEFF0011223", "G0112233445566778899AABBCCDDEEFF00112233" })
	void anythingElseIsNone(String text) {
		assertEquals(Optional.empty(), Fingerprint.parse(text));
	}

	@Test
	void aReferenceNamesTheStoreToo() {
		assertEquals("keystore:" + "AB".repeat(32), Fingerprint.reference("keystore: " + "ab:".repeat(32)).orElseThrow().toString());
		for (String none : List.of("", ":", "keystore:" + SHA_1, "key store:" + "AB".repeat(32), "AB".repeat(32))) {
			assertEquals(Optional.empty(), Fingerprint.reference(none), none);
		}
	}

	@Test
	void sha256IsOneToo() {
		assertTrue(Fingerprint.parse("ab".repeat(32)).isPresent());
	}
}
