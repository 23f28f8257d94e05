package dev.latchkey.tenant;

import static dev.latchkey.tenant.TenantClient.aadsts;
import static dev.latchkey.tenant.TenantClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

class AssertionTest {

	private static final String GRAPH = "https://graph.microsoft.com/.default";
	private static TestCertificate certificate;

	private SimulatedTenant tenant;
	private TenantClient client;

	@BeforeAll
	static void certificate() throws GeneralSecurityException {
		certificate = TestCertificate.valid();
	}

	@BeforeEach
	void start() throws IOException {
		tenant = SimulatedTenant.start(TenantOptions.defaults());
		client = new TenantClient(tenant);
	}

	@AfterEach
	void stop() {
		tenant.close();
	}

	private void register(TestCertificate one) {
		tenant.directory().addCertificate(tenant.scenario().applicationId(), one.certificate(), "test");
	}

	private static String reason(HttpResponse<String> answer) {
		assertEquals(700027, aadsts(answer));
		assertEquals(401, answer.statusCode());
		assertEquals("invalid_client", json(answer).get("error").getAsString());
		return json(answer).get("error_description").getAsString();
	}

	@Test
	void bothKindsOfSignatureAreAccepted() throws GeneralSecurityException {
		register(certificate);
		JsonObject claims = certificate.claims(tenant);
		for (String assertion : new String[] { certificate.ps256(claims), certificate.rs256(claims) }) {
			JsonObject tokens = json(client.application(assertion, GRAPH));
			assertEquals("Bearer", tokens.get("token_type").getAsString());
			assertFalse(tokens.has("refresh_token"));
		}
	}

	@Test
	void rolesAreThoseGrantedAtThatResource() throws GeneralSecurityException {
		register(certificate);
		tenant.directory().grant(tenant.scenario().applicationId(), "Office 365 SharePoint Online",
				"Sites.FullControl.All");
		assertEquals("[\"Group.Read.All\",\"User.Read.All\",\"Files.ReadWrite.All\"]", roles(GRAPH));
		assertEquals("[\"Sites.FullControl.All\"]", roles(tenant.endpoints().sharepoint() + "/.default"),
				"User.Read.All has one id in Graph and in SharePoint");
		assertEquals("null", roles("https://outlook.office365.com/.default"));
	}

	private String roles(String scope) throws GeneralSecurityException {
		String token = json(client.application(certificate.ps256(certificate.claims(tenant)), scope)).get("access_token")
				.getAsString();
		String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
		return String.valueOf(JsonParser.parseString(claims).getAsJsonObject().get("roles"));
	}

	@Test
	void keyMustBeRegisteredNow() throws GeneralSecurityException {
		String assertion = certificate.ps256(certificate.claims(tenant));
		assertTrue(reason(client.application(assertion, GRAPH)).contains("The key was not found."));
		String keyId = tenant.directory().addCertificate(tenant.scenario().applicationId(), certificate.certificate(),
				"test");
		assertEquals(200, client.application(assertion, GRAPH).statusCode());
		tenant.directory().removeCertificate(tenant.scenario().applicationId(), keyId);
		assertTrue(reason(client.application(assertion, GRAPH)).contains("The key was not found."));
	}

	@Test
	void keyMustBeTheCertificates() throws GeneralSecurityException {
		register(certificate);
		TestCertificate mixed = new TestCertificate(certificate.certificate(), TestCertificate.valid().keys());
		assertTrue(reason(client.application(mixed.ps256(mixed.claims(tenant)), GRAPH)).contains("to verify the signature"));
	}

	@Test
	void expiredAndWeakKeysAreRefused() throws GeneralSecurityException {
		TestCertificate expired = TestCertificate.make(2048, Duration.ofDays(-20), Duration.ofDays(-10));
		TestCertificate weak = TestCertificate.make(1024, Duration.ofDays(-1), Duration.ofDays(10));
		register(expired);
		register(weak);
		assertTrue(reason(client.application(expired.ps256(expired.claims(tenant)), GRAPH))
				.contains("The key used is expired."));
		assertTrue(reason(client.application(weak.rs256(weak.claims(tenant)), GRAPH)).contains("RSA key size 1024"));
	}

	@Test
	void aKeyCredentialMayEndBeforeItsCertificate() throws GeneralSecurityException {
		String token = client.adminToken();
		JsonObject credential = new JsonObject();
		credential.addProperty("type", "AsymmetricX509Cert");
		credential.addProperty("usage", "Verify");
		credential.addProperty("key", certificate.base64());
		credential.addProperty("endDateTime", Instant.now().plus(Duration.ofHours(1)).toString());
		assertEquals(204, client.graph("PATCH", token, "/applications/" + tenant.scenario().applicationObjectId(),
				"{\"keyCredentials\": [" + credential + "]}").statusCode());
		assertEquals(200, client.application(certificate.ps256(certificate.claims(tenant)), GRAPH).statusCode());
		tenant.clockOffset(Duration.ofHours(2));
		JsonObject later = certificate.claims(tenant);
		later.addProperty("exp", Instant.now().plus(Duration.ofHours(3)).getEpochSecond());
		assertTrue(reason(client.application(certificate.ps256(later), GRAPH)).contains("The key used is expired."));
	}

	@Test
	void clocksMustAgree() throws GeneralSecurityException {
		register(certificate);
		String assertion = certificate.ps256(certificate.claims(tenant));
		for (int minutes : new int[] { 20, -20 }) {
			tenant.clockOffset(Duration.ofMinutes(minutes));
			assertEquals(700024, aadsts(client.application(assertion, GRAPH)));
		}
	}

	@Test
	void claimsMustBeThisClientsForThisTenant() throws GeneralSecurityException {
		register(certificate);
		assertEquals(50012, aadsts(client.application(certificate.withoutThumbprint(certificate.claims(tenant)), GRAPH)));
		assertEquals(50027, aadsts(client.application("nonsense", GRAPH)));
		assertRefused("aud", "https://login.microsoftonline.com/common/oauth2/v2.0/token", 700023);
		assertRefused("sub", "somebody", 50048);
		assertRefused("jti", "", 50027);
	}

	private void assertRefused(String claim, String value, int code) throws GeneralSecurityException {
		JsonObject claims = certificate.claims(tenant);
		claims.addProperty(claim, value);
		assertEquals(code, aadsts(client.application(certificate.ps256(claims), GRAPH)), claim);
	}

	@Test
	void applicationsThatCannotSignIn() throws GeneralSecurityException {
		assertEquals(700016, assertionOf(tenant.scenario().unknownApplicationId()));
		assertEquals(7000229, assertionOf(tenant.scenario().applicationIds().get("orphan")));
		String disabled = tenant.scenario().applicationIds().get("disabled");
		tenant.directory().addCertificate(disabled, certificate.certificate(), "test");
		assertEquals(7000112, assertionOf(disabled));
	}

	private int assertionOf(String clientId) throws GeneralSecurityException {
		return aadsts(client.application(clientId, certificate.ps256(certificate.claims(tenant, clientId)), GRAPH));
	}

	@Test
	void resourceMustBeThere() throws GeneralSecurityException {
		register(certificate);
		String assertion = certificate.ps256(certificate.claims(tenant));
		assertEquals(500011, aadsts(client.application(assertion, "https://nothing.example/.default")));
		tenant.directory().removeServicePrincipal("00000002-0000-0ff1-ce00-000000000000");
		assertEquals(500011, aadsts(client.application(assertion, "https://outlook.office365.com/.default")));
		assertEquals(1002012, aadsts(client.application(assertion, "https://graph.microsoft.com/User.Read.All")));
	}

	@Test
	void replicationTakesTime() throws GeneralSecurityException {
		tenant.replicationDelay(Duration.ZERO, Duration.ofSeconds(30));
		register(certificate);
		String assertion = certificate.ps256(certificate.claims(tenant));
		assertTrue(reason(client.application(assertion, GRAPH)).contains("The key was not found."));
		tenant.clockOffset(Duration.ofSeconds(31));
		assertEquals(200, client.application(assertion, GRAPH).statusCode());
	}
}
