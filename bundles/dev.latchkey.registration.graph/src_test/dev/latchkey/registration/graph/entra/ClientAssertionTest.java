package dev.latchkey.registration.graph.entra;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import dev.latchkey.registration.ClientCertificate;
import dev.latchkey.registration.graph.TestCertificate;

class ClientAssertionTest {

	private static final String ENDPOINT = "https://login.example/tenant/oauth2/v2.0/token";

	@TempDir
	Path folder;

	private static JsonObject json(String part) {
		return JsonParser.parseString(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8))
				.getAsJsonObject();
	}

	@Test
	void isWhatMicrosoftDocuments() throws Exception {
		ClientCertificate certificate = TestCertificate.make(folder, "one");
		Instant now = Instant.ofEpochSecond(1_800_000_000);
		String[] parts = new ClientAssertion(certificate, "client", ENDPOINT).sign(now).split("\\.");

		JsonObject header = json(parts[0]);
		assertEquals(Set.of("alg", "typ", "x5t#S256"), header.keySet());
		assertEquals("PS256", header.get("alg").getAsString());
		assertArrayEquals(
				MessageDigest.getInstance("SHA-256").digest(certificate.certificate().getEncoded()),
				Base64.getUrlDecoder().decode(header.get("x5t#S256").getAsString()));

		JsonObject claims = json(parts[1]);
		assertEquals(ENDPOINT, claims.get("aud").getAsString());
		assertEquals("client", claims.get("iss").getAsString());
		assertEquals("client", claims.get("sub").getAsString());
		assertEquals(1_800_000_000, claims.get("nbf").getAsLong());
		assertTrue(claims.get("exp").getAsLong() - claims.get("nbf").getAsLong() <= 600);

		Signature signature = Signature.getInstance("RSASSA-PSS");
		signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
		signature.initVerify(certificate.certificate());
		signature.update((parts[0] + '.' + parts[1]).getBytes(StandardCharsets.US_ASCII));
		assertTrue(signature.verify(Base64.getUrlDecoder().decode(parts[2])));
	}

	@Test
	void isAnotherOneEachTime() throws Exception {
		ClientAssertion assertion = new ClientAssertion(TestCertificate.make(folder, "one"), "client", ENDPOINT);
		Instant now = Instant.now();
		assertNotEquals(json(assertion.sign(now).split("\\.")[1]).get("jti"),
				json(assertion.sign(now).split("\\.")[1]).get("jti"));
	}

	@Test
	void noticesAKeyThatIsNotRsa() throws Exception {
		ClientAssertion assertion = new ClientAssertion(TestCertificate.elliptic(folder), "client", ENDPOINT);
		assertThrows(ClientAssertion.KeyKindException.class, () -> assertion.sign(Instant.now()));
	}

	@Test
	void noticesTheKeyOfAnotherCertificate() throws Exception {
		ClientCertificate one = TestCertificate.make(folder, "one");
		ClientCertificate mixed = new ClientCertificate(one.certificate(),
				TestCertificate.make(folder, "other").signer());
		assertThrows(ClientAssertion.KeyMismatchException.class,
				() -> new ClientAssertion(mixed, "client", ENDPOINT).sign(Instant.now()));
	}
}
