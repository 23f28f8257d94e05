package dev.latchkey.tenant;

import static dev.latchkey.tenant.TenantClient.graphCode;
import static dev.latchkey.tenant.TenantClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

class GrantsTest {

	private static final String GRAPH = "00000003-0000-0000-c000-000000000000";
	private static final String EXCHANGE = "00000002-0000-0ff1-ce00-000000000000";
	private static final String SHAREPOINT = "00000003-0000-0ff1-ce00-000000000000";
	private static final String USER_READ_ALL = "df021288-bdef-4463-88db-98f22de89214";

	private SimulatedTenant tenant;
	private TenantClient client;

	@BeforeEach
	void start() throws IOException {
		tenant = SimulatedTenant.start(TenantOptions.defaults());
		client = new TenantClient(tenant);
	}

	@AfterEach
	void stop() {
		tenant.close();
	}

	private String token(String account) {
		return client.token(account, TenantClient.ADMIN_SCOPES);
	}

	private String principal(String token, String appId) {
		return json(client.graph(token, "/servicePrincipals(appId='" + appId + "')?$select=id")).get("id").getAsString();
	}

	private String role(String token, String appId, String value) {
		JsonArray roles = json(client.graph(token, "/servicePrincipals(appId='" + appId + "')?$select=appRoles"))
				.getAsJsonArray("appRoles");
		for (JsonElement role : roles) {
			if (role.getAsJsonObject().get("value").getAsString().equals(value)) {
				return role.getAsJsonObject().get("id").getAsString();
			}
		}
		throw new IllegalArgumentException(value);
	}

	private HttpResponse<String> grant(String token, String resourceAppId, String value) {
		String id = principal(token, tenant.scenario().applicationId());
		return client.graph("POST", token, "/servicePrincipals/" + id + "/appRoleAssignments",
				body(id, principal(token, resourceAppId), role(token, resourceAppId, value)));
	}

	private static String body(String principalId, String resourceId, String roleId) {
		return "{\"principalId\": \"" + principalId + "\", \"resourceId\": \"" + resourceId + "\", \"appRoleId\": \""
				+ roleId + "\"}";
	}

	@Test
	void aGrantIsSeenFromBothSides() {
		String token = token("admin@contoso.example");
		HttpResponse<String> answer = grant(token, EXCHANGE, "Exchange.ManageAsApp");
		assertEquals(201, answer.statusCode());
		assertEquals("Office 365 Exchange Online", json(answer).get("resourceDisplayName").getAsString());
		String id = json(answer).get("id").getAsString();
		String exchange = principal(token, EXCHANGE);
		assertTrue(client.graph(token, "/servicePrincipals/" + exchange + "/appRoleAssignedTo").body().contains(id));
		assertTrue(tenant.directory().granted(tenant.scenario().applicationId())
				.contains("Office 365 Exchange Online/Exchange.ManageAsApp"));
		assertEquals(204, client.graph("DELETE", token,
				"/servicePrincipals/" + exchange + "/appRoleAssignedTo/" + id, "").statusCode());
		assertEquals(404, client.graph("DELETE", token,
				"/servicePrincipals/" + exchange + "/appRoleAssignedTo/" + id, "").statusCode());
	}

	@Test
	void oneRoleIdTwoResources() {
		String token = token("admin@contoso.example");
		assertEquals(USER_READ_ALL, role(token, SHAREPOINT, "User.Read.All"));
		assertEquals(USER_READ_ALL, role(token, GRAPH, "User.Read.All"));
		assertEquals(201, grant(token, SHAREPOINT, "User.Read.All").statusCode());
		HttpResponse<String> again = grant(token, SHAREPOINT, "User.Read.All");
		assertEquals(400, again.statusCode());
		assertTrue(again.body().contains("Permission being assigned already exists on the object"));
	}

	@Test
	void wrongReferencesAreRefused() {
		String token = token("admin@contoso.example");
		String id = principal(token, tenant.scenario().applicationId());
		String path = "/servicePrincipals/" + id + "/appRoleAssignments";
		String unknown = tenant.scenario().unknownApplicationId();
		String exchange = principal(token, EXCHANGE);
		assertTrue(client.graph("POST", token, path, body(id, unknown, USER_READ_ALL)).body()
				.contains("Not a valid reference update."));
		assertTrue(client.graph("POST", token, path, body(exchange, exchange, USER_READ_ALL)).body()
				.contains("Not a valid reference update."));
		assertTrue(client.graph("POST", token, path, body(id, exchange, USER_READ_ALL)).body()
				.contains("was not found on application"));
		assertEquals(404, client.graph(token, "/servicePrincipals/" + unknown + "/appRoleAssignments").statusCode());
	}

	@Test
	void listsComeInPages() {
		String token = token("admin@contoso.example");
		String path = "/servicePrincipals/" + principal(token, tenant.scenario().applicationId())
				+ "/appRoleAssignments?$top=2";
		JsonObject first = json(client.graph(token, path));
		assertEquals(2, first.getAsJsonArray("value").size());
		String next = first.get("@odata.nextLink").getAsString();
		JsonObject last = json(client.graph(token, next.substring(next.indexOf("/v1.0") + 5)));
		assertEquals(1, last.getAsJsonArray("value").size());
		assertFalse(last.has("@odata.nextLink"));
	}

	@Test
	void rolesDecideWhatAnAdminMayDo() {
		String application = token("apps@contoso.example");
		assertEquals(201, grant(application, EXCHANGE, "full_access_as_app").statusCode());
		assertDenied(grant(application, GRAPH, "Directory.Read.All"));
		assertEquals(204, patchName(application).statusCode());

		String privileged = token("roles@contoso.example");
		assertEquals(201, grant(privileged, GRAPH, "Directory.Read.All").statusCode());
		assertDenied(patchName(privileged));

		String nobody = token("user@contoso.example");
		assertDenied(grant(nobody, SHAREPOINT, "Sites.FullControl.All"));
		assertDenied(patchName(nobody));
	}

	@Test
	void scopesDecideToo() {
		String token = client.token("admin@contoso.example", "Application.Read.All");
		assertDenied(grant(token, EXCHANGE, "full_access_as_app"));
		assertDenied(patchName(token));
		assertDenied(client.graph(token, "/me"));
		assertEquals(200, client.graph(token, "/applications").statusCode());
	}

	private HttpResponse<String> patchName(String token) {
		return client.graph("PATCH", token, "/applications/" + tenant.scenario().applicationObjectId(),
				"{\"notes\": \"seen\"}");
	}

	private static void assertDenied(HttpResponse<String> answer) {
		assertEquals(403, answer.statusCode());
		assertEquals("Authorization_RequestDenied", graphCode(answer));
		assertTrue(json(answer).getAsJsonObject("error").getAsJsonObject("innerError").get("date").getAsString()
				.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d"), "the date has no zone");
	}

	@Test
	void servicePrincipalsAreCreatedOnce() {
		String token = token("admin@contoso.example");
		String orphan = tenant.scenario().applicationIds().get("orphan");
		assertEquals(404, client.graph(token, "/servicePrincipals(appId='" + orphan + "')").statusCode());
		HttpResponse<String> created = client.graph("POST", token, "/servicePrincipals", "{\"appId\": \"" + orphan + "\"}");
		assertEquals(201, created.statusCode());
		assertEquals("Contoso Orphan", json(created).get("displayName").getAsString());
		assertEquals(409,
				client.graph("POST", token, "/servicePrincipals", "{\"appId\": \"" + orphan + "\"}").statusCode());
		assertEquals("NoBackingApplicationObject", graphCode(client.graph("POST", token, "/servicePrincipals",
				"{\"appId\": \"" + tenant.scenario().unknownApplicationId() + "\"}")));
	}

	@Test
	void microsoftsOwnApplicationsCanBeBrought() {
		String token = client.token("admin@contoso.example", TenantClient.ADMIN_SCOPES);
		tenant.directory().removeServicePrincipal(EXCHANGE);
		assertEquals(201,
				client.graph("POST", token, "/servicePrincipals", "{\"appId\": \"" + EXCHANGE + "\"}").statusCode());
		assertEquals(201, grant(token, EXCHANGE, "full_access_as_app").statusCode());
	}

	@Test
	void aNewServicePrincipalIsNoReferenceYet() {
		String token = token("admin@contoso.example");
		String id = principal(token, tenant.scenario().applicationId());
		tenant.directory().removeServicePrincipal(EXCHANGE);
		tenant.replicationDelay(Duration.ofSeconds(10), Duration.ZERO);
		tenant.clockOffset(Duration.ofSeconds(11));
		String exchange = json(
				client.graph("POST", token, "/servicePrincipals", "{\"appId\": \"" + EXCHANGE + "\"}")).get("id")
				.getAsString();
		String path = "/servicePrincipals/" + id + "/appRoleAssignments";
		String grant = body(id, exchange, "dc890d15-9560-4a4c-9b7f-a736ec74ec40");
		assertTrue(client.graph("POST", token, path, grant).body().contains("Not a valid reference update."));
		tenant.clockOffset(Duration.ofSeconds(22));
		assertEquals(201, client.graph("POST", token, path, grant).statusCode());
	}

	@Test
	void directoryRolesAreAssigned() {
		String token = token("roles@contoso.example");
		String id = principal(token, tenant.scenario().applicationId());
		String body = "{\"principalId\": \"" + id + "\", \"directoryScopeId\": \"/\","
				+ " \"roleDefinitionId\": \"f2ef992c-3afb-46b9-b7cf-a126ee74c451\"}";
		String path = "/roleManagement/directory/roleAssignments";
		HttpResponse<String> created = client.graph("POST", token, path, body);
		assertEquals(201, created.statusCode());
		assertEquals(List.of("Global Reader"), tenant.directory().directoryRoles(tenant.scenario().applicationId()));
		assertEquals(400, client.graph("POST", token, path, body).statusCode());
		JsonArray found = json(client.graph(token, path + "?$filter=principalId%20eq%20'" + id + "'"))
				.getAsJsonArray("value");
		assertEquals(1, found.size());
		assertDenied(client.graph("POST", token("apps@contoso.example"), path, body));
		assertEquals(204, client.graph("DELETE", token,
				path + '/' + json(created).get("id").getAsString(), "").statusCode());
		assertEquals(List.of(), tenant.directory().directoryRoles(tenant.scenario().applicationId()));
	}

	@Test
	void peopleSeeTheirRoles() {
		String token = token("roles@contoso.example");
		JsonArray roles = json(client.graph(token, "/me/transitiveMemberOf/microsoft.graph.directoryRole"))
				.getAsJsonArray("value");
		assertEquals("e8611ab8-c189-46e8-94e1-60213ab1f814",
				roles.get(0).getAsJsonObject().get("roleTemplateId").getAsString());
		assertEquals("roles@contoso.example", json(client.graph(token, "/me")).get("userPrincipalName").getAsString());
	}
}
