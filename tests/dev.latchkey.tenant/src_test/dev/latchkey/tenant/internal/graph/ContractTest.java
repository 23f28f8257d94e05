package dev.latchkey.tenant.internal.graph;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import dev.latchkey.tenant.SimulatedTenant;
import dev.latchkey.tenant.TenantOptions;

/** Every answer has the properties of its type in the published contract, and no other. */
class ContractTest {

	private static final String CLIENT = "14d82eec-204b-4c2f-b7e8-296a70dab67e";
	private static final String SCOPE = "Directory.Read.All Application.ReadWrite.All Policy.Read.All Sites.Read.All"
			+ " AppRoleAssignment.ReadWrite.All RoleManagement.ReadWrite.Directory User.Read";

	private static SimulatedTenant tenant;
	private static HttpClient http;
	private static String token;

	private final Types types = new Types();

	@BeforeAll
	static void start() throws IOException, InterruptedException {
		tenant = SimulatedTenant.start(TenantOptions.defaults().withAutoSignIn());
		http = HttpClient.newBuilder().sslContext(tenant.clientContext()).build();
		JsonObject code = form("devicecode", "scope=" + URLEncoder.encode(SCOPE, StandardCharsets.UTF_8));
		token = form("token", "grant_type=device_code&device_code=" + code.get("device_code").getAsString())
				.get("access_token").getAsString();
	}

	@AfterAll
	static void stop() {
		tenant.close();
	}

	private static JsonObject form(String endpoint, String fields) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest
				.newBuilder(URI.create(tenant.endpoints().authority() + "/contoso.example/oauth2/v2.0/" + endpoint))
				.POST(HttpRequest.BodyPublishers.ofString("client_id=" + CLIENT + '&' + fields)).build();
		return parse(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
	}

	private static HttpResponse<String> call(String method, String path, String body)
			throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(tenant.endpoints().graph() + "/v1.0" + path))
				.header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
				.method(method, HttpRequest.BodyPublishers.ofString(body)).build();
		return http.send(request, HttpResponse.BodyHandlers.ofString());
	}

	private static JsonObject parse(String text) {
		return JsonParser.parseString(text).getAsJsonObject();
	}

	@ParameterizedTest
	@CsvSource({ "application, /applications", "servicePrincipal, /servicePrincipals",
			"appRoleAssignment, /servicePrincipals(appId='26b0eb55-8145-4eb8-b4a0-577b452cb3aa')/appRoleAssignments",
			"appRoleAssignment, /servicePrincipals(appId='00000003-0000-0000-c000-000000000000')/appRoleAssignedTo",
			"organization, /organization", "subscribedSku, /subscribedSkus",
			"unifiedRoleAssignment, /roleManagement/directory/roleAssignments",
			"unifiedRoleDefinition, /roleManagement/directory/roleDefinitions", "user, /users",
			"directoryRole, /me/memberOf", "directoryRole, /me/transitiveMemberOf/microsoft.graph.directoryRole" })
	void lists(String type, String path) throws IOException, InterruptedException {
		HttpResponse<String> answer = call("GET", path, "");
		assertEquals(200, answer.statusCode(), answer.body());
		JsonObject body = parse(answer.body());
		assertTrue(body.get("@odata.context").getAsString().contains("/v1.0/$metadata#"));
		JsonArray values = body.getAsJsonArray("value");
		assertFalse(values.isEmpty(), path);
		values.forEach(v -> assertFits(type, v.getAsJsonObject()));
	}

	@ParameterizedTest
	@CsvSource({ "application, /applications(appId='26b0eb55-8145-4eb8-b4a0-577b452cb3aa')?$select=keyCredentials",
			"application, /applications/749e1f41-f117-4c76-bba8-39edbe1ac579",
			"servicePrincipal, /servicePrincipals(appId='00000002-0000-0ff1-ce00-000000000000')", "user, /me",
			"user, /users/user@contoso.example", "site, /sites/root",
			"tenantAppManagementPolicy, /policies/defaultAppManagementPolicy" })
	void singles(String type, String path) throws IOException, InterruptedException {
		HttpResponse<String> answer = call("GET", path, "");
		assertEquals(200, answer.statusCode(), answer.body());
		assertFits(type, parse(answer.body()));
	}

	@Test
	void whatIsWritten() throws IOException, InterruptedException {
		String orphan = tenant.scenario().applicationIds().get("orphan");
		JsonObject principal = parse(call("POST", "/servicePrincipals", "{\"appId\": \"" + orphan + "\"}").body());
		assertFits("servicePrincipal", principal);
		JsonObject assignment = parse(call("POST", "/roleManagement/directory/roleAssignments", "{\"principalId\": "
				+ principal.get("id") + ", \"directoryScopeId\": \"/\", \"roleDefinitionId\":"
				+ " \"f2ef992c-3afb-46b9-b7cf-a126ee74c451\"}").body());
		assertFits("unifiedRoleAssignment", assignment);
	}

	@Test
	void theCheckItselfRefuses() {
		assertThrows(GraphError.class, () -> types.check("application", parse("{\"applicationId\": \"x\"}")));
		assertThrows(GraphError.class, () -> types.check("application", parse("{\"keyCredentials\": {}}")));
		assertThrows(GraphError.class,
				() -> types.check("application", parse("{\"web\": {\"redirectUris\": [\"x\"], \"redirect\": 1}}")));
		assertThrows(GraphError.class, () -> types.check("appRoleAssignment", parse("{\"appRoleId\": \"x\"}")));
	}

	private void assertFits(String type, JsonObject object) {
		assertFalse(object.entrySet().isEmpty());
		assertDoesNotThrow(() -> types.check(type, object), object.toString());
	}
}
