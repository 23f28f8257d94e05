package dev.latchkey.registration.graph.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import dev.latchkey.registration.graph.TestCertificate;
import dev.latchkey.registration.graph.Thumbprint;

class KeyCredentialTest {

	@TempDir
	static Path folder;

	private static X509Certificate certificate;
	private static X509Certificate other;

	@BeforeAll
	static void make() throws Exception {
		certificate = TestCertificate.make(folder, "one").certificate();
		other = TestCertificate.make(folder, "other").certificate();
	}

	private static KeyCredential identifiedBy(String identifier) {
		JsonObject json = new JsonObject();
		json.addProperty("keyId", "1");
		json.addProperty("customKeyIdentifier", identifier);
		return new KeyCredential(json);
	}

	@Test
	void isFoundByItsBytes() {
		assertTrue(KeyCredential.of(certificate).is(certificate));
		assertFalse(KeyCredential.of(certificate).is(other));
	}

	@Test
	void isFoundByItsThumbprintInEverySpelling() {
		String hex = Thumbprint.hex(certificate);
		byte[] bytes = HexFormat.of().parseHex(hex);
		for (String identifier : new String[] { hex, hex.toLowerCase(), Base64.getEncoder().encodeToString(bytes),
				Base64.getEncoder().encodeToString(hex.getBytes(StandardCharsets.US_ASCII)) }) {
			assertTrue(identifiedBy(identifier).is(certificate), identifier);
			assertFalse(identifiedBy(identifier).is(other), identifier);
		}
		assertFalse(identifiedBy("").is(certificate));
		assertFalse(identifiedBy("!").is(certificate));
	}

	@Test
	void aNewOneHasTheCertificatesOwnDates() {
		JsonObject json = KeyCredential.of(certificate).json();
		assertEquals(certificate.getNotAfter().toInstant(), Instant.parse(json.get("endDateTime").getAsString()));
		assertEquals(certificate.getNotBefore().toInstant(), Instant.parse(json.get("startDateTime").getAsString()));
		assertEquals("AsymmetricX509Cert", json.get("type").getAsString());
		assertEquals("Verify", json.get("usage").getAsString());
	}

	@Test
	void goesBackAsItCameWithoutTheKey() {
		String text = "{\"keyId\":\"1\",\"key\":\"AAAA\",\"endDateTime\":\"2027-01-02T03:04:05.6789012Z\","
				+ "\"hasExtendedValue\":null,\"later\":{\"a\":1}}";
		KeyCredential credential = new KeyCredential(JsonParser.parseString(text).getAsJsonObject());
		assertEquals(JsonParser.parseString(text.replace("\"AAAA\"", "null")), credential.untouched());
		assertEquals(Optional.of(Instant.parse("2027-01-02T03:04:05.6789012Z")), credential.existing().ends());
	}
}
