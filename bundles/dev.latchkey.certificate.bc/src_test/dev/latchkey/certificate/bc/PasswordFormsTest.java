package dev.latchkey.certificate.bc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.KeyFileRequest;

class PasswordFormsTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
			"caf\u00e9 \uac00|cafe\u0301 \u1100\u1161", // composed, decomposed; with Hangul
			"cafe\u0301|caf\u00e9", //
			"\u1ebf\ud83d\ude00|e\u0302\u0301\ud83d\ude00", // two marks; beyond 16 bits
			"a\u00a0b|a b" }) // no-break space, which GnuTLS takes for a space
	void findsTheOtherSpelling(String typed, String other) {
		assertTrue(has(typed, PasswordForms.Kind.OCTETS, other.getBytes(StandardCharsets.UTF_8)));
		assertTrue(has(typed, PasswordForms.Kind.UTF16, (other + '\0').getBytes(StandardCharsets.UTF_16BE)));
	}

	@Test
	void knowsTheEncodingsOfOlderPrograms() {
		String typed = "p\u00e4ss\u20ac";
		for (String charset : List.of("UTF-8", "windows-1252")) {
			byte[] bytes = typed.getBytes(Charset.forName(charset));
			assertTrue(has(typed, PasswordForms.Kind.OCTETS, bytes), charset);
			String widened = new String(bytes, StandardCharsets.ISO_8859_1);
			assertTrue(has(typed, PasswordForms.Kind.UTF16, (widened + '\0').getBytes(StandardCharsets.UTF_16BE)), charset);
		}
		assertTrue(has("p\u00e4ss", PasswordForms.Kind.OCTETS, "p\u00e4ss".getBytes(StandardCharsets.ISO_8859_1)));
	}

	@Test
	void knowsBothFormsOfTheEmptyPassword() {
		assertTrue(has("", PasswordForms.Kind.UTF16, new byte[2]));
		assertTrue(has("", PasswordForms.Kind.UTF16, new byte[0]));
		assertTrue(has("", PasswordForms.Kind.OCTETS, new byte[0]));
	}

	@Test
	void knowsTerminatorsThatDoNotBelongThere() {
		assertTrue(has("pw", PasswordForms.Kind.OCTETS, new byte[] { 'p', 'w', 0 }));
		assertTrue(has("pw", PasswordForms.Kind.OCTETS, new byte[] { 0, 'p', 0, 'w', 0, 0 }));
		assertTrue(has("pw", PasswordForms.Kind.UTF16, new byte[] { 0, 'p', 0, 'w', 0, 0, 0, 0 }));
	}

	/** Each form costs a derivation when the password is wrong. */
	@Test
	void hasFewFormsOfAPlainPassword() {
		try (PasswordForms forms = new PasswordForms("secret".toCharArray())) {
			assertEquals(3, forms.of(PasswordForms.Kind.OCTETS).size());
			assertEquals(3, forms.of(PasswordForms.Kind.UTF16).size());
		}
	}

	@Test
	void clearsItsCopies() {
		PasswordForms forms = new PasswordForms("s\u00e9cret".toCharArray());
		List<byte[]> copies = forms.of(PasswordForms.Kind.UTF16);
		forms.close();
		for (byte[] each : copies) {
			assertArrayEquals(new byte[each.length], each);
		}
	}

	@Test
	void opensFilesOfOtherSpellingsAndOldPrograms(@TempDir Path folder) throws Exception {
		Tools tools = new Tools(folder);
		tools.keyAndCertificate("rsa", "rsa:2048");
		for (String protection : List.of("-descert", "-legacy")) {
			assertOpens(tools.pfx("a.pfx", "rsa", "cafe\u0301", protection), "caf\u00e9");
			assertOpens(tools.pfx("b.pfx", "rsa", "caf\u00e9", protection), "cafe\u0301");
		}
		assertOpens(tools.pfx("c.pfx", "rsa", "caf\u00e9 \u20ac", Charset.forName("windows-1252")), "caf\u00e9 \u20ac");
		// what OpenSSL 1.0 made of UTF-8
		assertOpens(tools.pfx("d.pfx", "rsa", "caf\u00c3\u00a9", "-legacy"), "caf\u00e9");
	}

	private static void assertOpens(Path file, String password) {
		var content = new BouncyCastleKeyFileReader().inspect(KeyFileRequest.of(file, password.toCharArray()),
				Cancellation.NEVER);
		assertFalse(content.problem().isPresent(), () -> file + ": " + content.problem());
	}

	private static boolean has(String typed, PasswordForms.Kind kind, byte[] form) {
		try (PasswordForms forms = new PasswordForms(typed.toCharArray())) {
			return forms.of(kind).stream().anyMatch(each -> Arrays.equals(each, form));
		}
	}
}
