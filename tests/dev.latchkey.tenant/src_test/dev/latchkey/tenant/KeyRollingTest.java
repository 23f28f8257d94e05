package dev.latchkey.tenant;

import static dev.latchkey.tenant.TenantClient.graphCode;
import static dev.latchkey.tenant.TenantClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.google.gson.JsonObject;

/** An application rolls its own keys. */
class KeyRollingTest {

	private static TestCertificate old;
	private static TestCertificate next;

	private SimulatedTenant tenant;
	private TenantClient client;
	private String keyId;
	private String token;

	@BeforeAll
	static void certificates() throws GeneralSecurityException {
		old = TestCertificate.valid();
		next = TestCertificate.valid();
	}

	@BeforeEach
	void start() throws IOException, GeneralSecurityException {
		tenant = SimulatedTenant.start(TenantOptions.defaults());
		client = new TenantClient(tenant);
		keyId = tenant.directory().addCertificate(application(), old.certificate(), "old");
		HttpResponse<String> signedIn = client.application(old.ps256(old.claims(tenant)),
				tenant.endpoints().graph() + "/.default");
		token = json(signedIn).get("access_token").getAsString();
	}

	@AfterEach
	void stop() {
		tenant.close();
	}

	private String application() {
		return tenant.scenario().applicationId();
	}

	private JsonObject claims() {
		long now = Instant.now().getEpochSecond();
		JsonObject claims = new JsonObject();
		claims.addProperty("aud", "00000002-0000-0000-c000-000000000000");
		claims.addProperty("iss", tenant.scenario().applicationObjectId());
		claims.addProperty("nbf", now);
		claims.addProperty("exp", now + 600);
		return claims;
	}

	private String proof() throws GeneralSecurityException {
		return old.rs256(claims());
	}

	private HttpResponse<String> add(String bearer, String proof) throws GeneralSecurityException {
		JsonObject credential = new JsonObject();
		credential.addProperty("type", "AsymmetricX509Cert");
		credential.addProperty("usage", "Verify");
		credential.addProperty("key", next.base64());
		JsonObject body = new JsonObject();
		body.add("keyCredential", credential);
		body.add("passwordCredential", null);
		body.addProperty("proof", proof);
		return call(bearer, "addKey", body);
	}

	private HttpResponse<String> remove(String id, String proof) {
		JsonObject body = new JsonObject();
		body.addProperty("keyId", id);
		body.addProperty("proof", proof);
		return call(token, "removeKey", body);
	}

	private HttpResponse<String> call(String bearer, String action, JsonObject body) {
		return client.graph("POST", bearer,
				"/applications/" + tenant.scenario().applicationObjectId() + '/' + action, body.toString());
	}

	private int registered() {
		return tenant.directory().certificates(application()).size();
	}

	private static void refused(HttpResponse<String> answer) {
		assertEquals(401, answer.statusCode(), answer.body());
		assertEquals("Authentication_MissingOrMalformed", graphCode(answer));
	}

	@Test
	void anApplicationWithoutAnyPermissionAddsAKeyBesideTheOthers() throws GeneralSecurityException {
		List<?> before = tenant.directory().certificates(application());
		HttpResponse<String> answer = add(token, proof());
		assertEquals(200, answer.statusCode(), answer.body());
		assertTrue(json(answer).get("key").isJsonNull() && !json(answer).get("keyId").getAsString().isEmpty());
		assertEquals(before, tenant.directory().certificates(application()).subList(0, before.size()));
		assertEquals(next.certificate(), tenant.directory().certificates(application()).get(before.size()));
		assertEquals(200, client.application(next.ps256(next.claims(tenant)),
				tenant.endpoints().graph() + "/.default").statusCode());
	}

	@Test
	void aKeyIsRemovedByItsId() throws GeneralSecurityException {
		int before = registered();
		String added = json(add(token, proof())).get("keyId").getAsString();
		assertNotEquals(keyId, added);
		assertEquals(204, remove(added, proof()).statusCode());
		assertEquals(before, registered());
		assertEquals(400, remove(added, proof()).statusCode());
	}

	@Test
	void theProofMustHoldInEveryPart() throws GeneralSecurityException {
		int before = registered();
		List<Consumer<JsonObject>> faults = List.of(claims -> claims.addProperty("aud", tenant.endpoints().graph() + ""),
				claims -> claims.addProperty("iss", application()), claims -> claims.remove("nbf"),
				claims -> claims.addProperty("exp", Instant.now().getEpochSecond() + 3600),
				claims -> claims.addProperty("exp", Instant.now().getEpochSecond() - 3600));
		for (Consumer<JsonObject> fault : faults) {
			JsonObject claims = claims();
			fault.accept(claims);
			refused(add(token, old.rs256(claims)));
		}
		refused(add(token, "no.token"));
		refused(add(token, next.rs256(claims())));
		refused(remove(keyId, next.rs256(claims())));
		assertEquals(before, registered());
	}

	@Test
	void aKeyThatHasEndedProvesNothing() throws GeneralSecurityException {
		TestCertificate ending = TestCertificate.make(2048, Duration.ofDays(-1), Duration.ofMinutes(30));
		tenant.directory().addCertificate(application(), ending.certificate(), "ends in half an hour");
		tenant.clockOffset(Duration.ofMinutes(40));
		JsonObject claims = claims();
		claims.addProperty("nbf", Instant.now().plus(Duration.ofMinutes(40)).getEpochSecond());
		claims.addProperty("exp", Instant.now().plus(Duration.ofMinutes(50)).getEpochSecond());
		refused(add(token, ending.rs256(claims)));
		assertEquals(200, add(token, old.rs256(claims)).statusCode());
	}

	@Test
	void peopleCanNotUseIt() throws GeneralSecurityException {
		refused(add(client.adminToken(), proof()));
	}

	@Test
	void anotherApplicationsKeysTakeAPermission() throws GeneralSecurityException {
		String other = tenant.scenario().applicationIds().get("orphan");
		tenant.directory().addCertificate(other, old.certificate(), "the same key");
		JsonObject body = new JsonObject();
		body.addProperty("keyId", keyId);
		body.addProperty("proof", proof());
		HttpResponse<String> answer = client.graph("POST", token, "/applications(appId='" + other + "')/removeKey",
				body.toString());
		assertNotEquals(204, answer.statusCode());
	}

	@Test
	void thePolicyHoldsHereToo() throws GeneralSecurityException {
		tenant.directory().limitCertificateLifetime(Optional.of(Duration.ofDays(30)));
		assertEquals("CredentialInvalidLifetimeAsPerAppPolicy", graphCode(add(token, proof())));
	}
}
