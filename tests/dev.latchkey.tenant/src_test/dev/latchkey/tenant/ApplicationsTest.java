package dev.latchkey.tenant;

import static dev.latchkey.tenant.TenantClient.graphCode;
import static dev.latchkey.tenant.TenantClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

class ApplicationsTest {

	private static TestCertificate certificate;

	private SimulatedTenant tenant;
	private TenantClient client;
	private String token;

	@BeforeAll
	static void certificate() throws GeneralSecurityException {
		certificate = TestCertificate.valid();
	}

	@BeforeEach
	void start() throws IOException {
		tenant = SimulatedTenant.start(TenantOptions.defaults());
		client = new TenantClient(tenant);
		token = client.adminToken();
	}

	@AfterEach
	void stop() {
		tenant.close();
	}

	private String path() {
		return "/applications/" + tenant.scenario().applicationObjectId();
	}

	private JsonArray credentials() {
		return json(client.graph(token, path() + "?$select=id,keyCredentials")).getAsJsonArray("keyCredentials");
	}

	private HttpResponse<String> patch(JsonArray credentials) {
		JsonObject body = new JsonObject();
		body.add("keyCredentials", credentials);
		return client.graph("PATCH", token, path(), body.toString());
	}

	private static JsonObject ours() throws GeneralSecurityException {
		JsonObject credential = new JsonObject();
		credential.addProperty("type", "AsymmetricX509Cert");
		credential.addProperty("usage", "Verify");
		credential.addProperty("key", certificate.base64());
		credential.addProperty("displayName", "CN=Latchkey test");
		return credential;
	}

	@Test
	void whatAResourceOffersCanBeReadAlone() {
		HttpResponse<String> answer = client.graph(token,
				"/servicePrincipals(appId='00000003-0000-0ff1-ce00-000000000000')/appRoles");
		assertEquals(200, answer.statusCode());
		assertTrue(json(answer).getAsJsonArray("value").toString().contains("Sites.FullControl.All"));
	}

	@Test
	void anApplicationIsFoundBelowMyOrganizationToo() {
		HttpResponse<String> answer = client.graph(token, "/myorganization" + path() + "?$select=id");
		assertEquals(200, answer.statusCode());
		assertEquals(tenant.scenario().applicationObjectId(), json(answer).get("id").getAsString());
	}

	@Test
	void oneApplicationHasThreeAddresses() {
		String id = tenant.scenario().applicationId();
		String byObject = client.graph(token, path() + "?$select=id").body();
		assertEquals(json(client.graph(token, "/applications(appId='" + id + "')?$select=id")).get("id"),
				json(client.graph(token, path() + "?$select=id")).get("id"));
		JsonArray found = json(client.graph(token, "/applications?$filter=appId%20eq%20'" + id + "'&$select=id"))
				.getAsJsonArray("value");
		assertEquals(1, found.size());
		assertTrue(byObject.contains("$metadata#applications(id)/$entity"));
		HttpResponse<String> unknown = client.graph(token,
				"/applications(appId='" + tenant.scenario().unknownApplicationId() + "')");
		assertEquals(404, unknown.statusCode());
		assertEquals("Request_ResourceNotFound", graphCode(unknown));
	}

	@Test
	void keysAreAnsweredOnlyWhenSelectedOnOneObject() {
		for (JsonElement credential : credentials()) {
			assertFalse(credential.getAsJsonObject().get("key").isJsonNull());
		}
		String whole = client.graph(token, path()).body();
		String list = client.graph(token, "/applications?$select=keyCredentials").body();
		assertTrue(whole.contains("\"key\":null") && !whole.contains("\"key\":\"M"));
		assertTrue(list.contains("\"key\":null") && !list.contains("\"key\":\"M"));
	}

	@Test
	void patchReplacesTheWholeList() throws GeneralSecurityException {
		JsonArray only = new JsonArray();
		only.add(ours());
		assertEquals(204, patch(only).statusCode());
		assertEquals(1, credentials().size());
	}

	@Test
	void keptEntriesStayAsTheyWere() throws GeneralSecurityException {
		JsonArray before = credentials();
		JsonArray sent = before.deepCopy();
		sent.forEach(c -> c.getAsJsonObject().add("key", null));
		sent.add(ours());
		assertEquals(204, patch(sent).statusCode());
		JsonArray after = credentials();
		assertEquals(before.get(0), after.get(0));
		assertEquals(before.get(1), after.get(1));
		JsonObject added = after.get(2).getAsJsonObject();
		assertEquals(certificate.base64(), added.get("key").getAsString());
		assertEquals(Base64.getEncoder().encodeToString(
				MessageDigest.getInstance("SHA-1").digest(certificate.certificate().getEncoded())),
				added.get("customKeyIdentifier").getAsString());
	}

	@Test
	void alteredEntriesAreRefused() {
		String state = tenant.directory().state();
		JsonArray sent = credentials();
		sent.get(0).getAsJsonObject().addProperty("displayName", "another name");
		HttpResponse<String> answer = patch(sent);
		assertEquals(400, answer.statusCode());
		assertTrue(answer.body().contains("Update to existing credential with KeyId"));
		assertEquals(state, tenant.directory().state());
	}

	@Test
	void incompleteEntriesAreRefused() throws GeneralSecurityException {
		JsonArray sent = credentials();
		sent.get(0).getAsJsonObject().remove("usage");
		assertTrue(patch(sent).body().contains("Acceptable values are Sign, Verify"));
		JsonArray keyless = credentials();
		JsonObject ours = ours();
		ours.remove("key");
		keyless.add(ours);
		assertEquals(400, patch(keyless).statusCode());
		assertTrue(client.graph("PATCH", token, path(), "{\"keyCredentials\": {}}").body()
				.contains("does not match schema"));
		assertEquals(400, client.graph("PATCH", token, path(), "{\"keyCredentals\": []}").statusCode());
	}

	@Test
	void datesMustBeTheCertificates() throws GeneralSecurityException {
		assertEquals("KeyCredentialsInvalidEndDate", graphCode(patch(with("endDateTime", "2099-01-01T00:00:00Z"))));
		assertEquals("KeyCredentialsInvalidStartDate", graphCode(patch(with("startDateTime", "2001-01-01T00:00:00Z"))));
		assertEquals("Request_BadRequest", graphCode(patch(with("endDateTime", "2027-02-14T07:37:32"))));
	}

	private JsonArray with(String name, String value) throws GeneralSecurityException {
		JsonArray sent = credentials();
		JsonObject ours = ours();
		ours.addProperty(name, value);
		sent.add(ours);
		return sent;
	}

	@Test
	void policyLimitsTheLifetime() throws GeneralSecurityException {
		tenant.directory().limitCertificateLifetime(Optional.of(Duration.ofDays(90)));
		JsonObject policy = json(client.graph(token, "/policies/defaultAppManagementPolicy"));
		assertTrue(policy.get("isEnabled").getAsBoolean());
		assertTrue(policy.toString().contains("\"maxLifetime\":\"P90D\""));
		JsonArray sent = credentials();
		sent.add(ours());
		HttpResponse<String> answer = patch(sent);
		assertEquals("CredentialInvalidLifetimeAsPerAppPolicy", graphCode(answer));
		assertTrue(answer.body().contains("InvalidKeyEndDate"));
	}

	@Test
	void permissionsAreReplacedTooAndCounted() {
		String wanted = "{\"requiredResourceAccess\": [{\"resourceAppId\": \"00000003-0000-0000-c000-000000000000\","
				+ " \"resourceAccess\": [{\"id\": \"df021288-bdef-4463-88db-98f22de89214\", \"type\": \"Role\"}]}]}";
		assertEquals(204, client.graph("PATCH", token, path(), wanted).statusCode());
		assertEquals(1, json(client.graph(token, path() + "?$select=requiredResourceAccess"))
				.getAsJsonArray("requiredResourceAccess").size());
		assertEquals(400,
				client.graph("PATCH", token, path(), wanted.replace("\"Role\"", "\"Permission\"")).statusCode());
	}

	@Test
	void readersSeeAWriteAfterTheDelay() throws GeneralSecurityException {
		tenant.replicationDelay(Duration.ofSeconds(10), Duration.ZERO);
		JsonArray sent = credentials();
		sent.add(ours());
		assertEquals(204, patch(sent).statusCode());
		assertEquals(2, credentials().size());
		tenant.clockOffset(Duration.ofSeconds(11));
		assertEquals(3, credentials().size());
	}

	@Test
	void unknownNamesAreRefused() {
		assertEquals("BadRequest", graphCode(client.graph(token, "/applications?$select=applicationId")));
		assertEquals("BadRequest", graphCode(client.graph(token, "/applications?$filter=clientId%20eq%20'x'")));
		assertEquals(400, client.graph(token, "/applications?$expand=owners").statusCode());
		assertEquals("Request_UnsupportedQuery", graphCode(client.graph(token, "/applications?$filter=appId%20like%20'x'")));
		assertEquals(400, client.graph(token, "/aplications").statusCode());
		assertNotEquals(200, client.graph("not-a-token", "/applications").statusCode());
	}
}
