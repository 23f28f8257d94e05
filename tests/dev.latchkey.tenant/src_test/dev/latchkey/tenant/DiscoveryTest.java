package dev.latchkey.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import javax.net.ssl.SSLException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonObject;

class DiscoveryTest {

	private static SimulatedTenant tenant;
	private static TenantClient client;

	@BeforeAll
	static void start() throws IOException {
		tenant = SimulatedTenant.start(TenantOptions.defaults());
		client = new TenantClient(tenant);
	}

	@AfterAll
	static void stop() {
		tenant.close();
	}

	private static HttpResponse<String> configuration(String name) {
		return client.get(tenant.endpoints().authority(), '/' + name + "/v2.0/.well-known/openid-configuration");
	}

	@ParameterizedTest
	@ValueSource(strings = { "contoso.example", "CONTOSO.example", "contoso.onmicrosoft.com",
			"6fa3ae01-7051-4bb2-8e10-30bdf3684478" })
	void knowsItsTenantByEveryName(String name) {
		JsonObject json = TenantClient.json(configuration(name));
		String base = tenant.endpoints().authority() + "/" + tenant.scenario().tenantId();
		assertEquals(base + "/v2.0", json.get("issuer").getAsString());
		assertEquals(base + "/oauth2/v2.0/token", json.get("token_endpoint").getAsString());
		assertEquals(base + "/oauth2/v2.0/devicecode", json.get("device_authorization_endpoint").getAsString());
		assertEquals("EU", json.get("tenant_region_scope").getAsString());
		assertEquals(tenant.endpoints().graph().getRawAuthority(), json.get("msgraph_host").getAsString());
	}

	@ParameterizedTest
	@CsvSource({ "nowhere.example, 90002", "11111111-1111-1111-1111-111111111111, 90002", "nonsense, 900023",
			"northwind.example, 90038" })
	void refusesOthersByNumber(String name, int code) {
		HttpResponse<String> answer = configuration(name);
		assertEquals(400, answer.statusCode());
		assertEquals(code, TenantClient.aadsts(answer));
		JsonObject json = TenantClient.json(answer);
		assertTrue(json.get("error_description").getAsString()
				.matches("AADSTS" + code + ": .+ Trace ID: \\S+ Correlation ID: \\S+ Timestamp: [-0-9]+ [:0-9]+Z"));
		assertEquals("https://login.microsoftonline.com/error?code=" + code, json.get("error_uri").getAsString());
	}

	@Test
	void namesTheCloudOfATenantThatLivesElsewhere() {
		JsonObject json = TenantClient.json(configuration("litware.example"));
		assertEquals("USGov", json.get("tenant_region_scope").getAsString());
		assertEquals("microsoftonline.us", json.get("cloud_instance_name").getAsString());
		assertEquals(900382, TenantClient.aadsts(client.form(tenant.endpoints().authority(),
				"/litware.example/oauth2/v2.0/token", "client_id", TenantClient.CLIENT, "grant_type", "device_code")));
	}

	@Test
	void knowsTheNamesOfTheRealCloud() {
		HttpResponse<String> answer = client.get(tenant.endpoints().authority(),
				"/common/discovery/instance?api-version=1.1&authorization_endpoint="
						+ "https://login.microsoftonline.com/common/oauth2/v2.0/authorize");
		JsonObject json = TenantClient.json(answer);
		assertEquals("https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration",
				json.get("tenant_discovery_endpoint").getAsString());
		assertFalse(json.getAsJsonArray("metadata").isEmpty());
		assertEquals(Origin.GRAPH, Origin.named("graph.microsoft.com", Origin.AUTHORITY));
		assertEquals(Origin.SHAREPOINT, Origin.named("contoso.sharepoint.com", Origin.AUTHORITY));
		assertEquals(Origin.EXCHANGE, Origin.named("localhost:1", Origin.EXCHANGE));
	}

	@Test
	void echoesTheCorrelationId() {
		String id = "01234567-89ab-cdef-0123-456789abcdef";
		HttpResponse<String> answer = client.send(client
				.request(tenant.endpoints().authority(), "/nowhere.example/v2.0/.well-known/openid-configuration")
				.header("client-request-id", id));
		assertEquals(id, TenantClient.json(answer).get("correlation_id").getAsString());
	}

	@Test
	void isTrustedByNobodyElse() {
		HttpClient stranger = HttpClient.newHttpClient();
		URI page = tenant.endpoints().devicePage();
		assertThrows(SSLException.class,
				() -> stranger.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString()));
	}
}
