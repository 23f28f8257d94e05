package dev.latchkey.tenant;

import static dev.latchkey.tenant.TenantClient.aadsts;
import static dev.latchkey.tenant.TenantClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

class DeviceCodeTest {

	private static final String SCOPE = "https://graph.microsoft.com/User.Read openid profile offline_access";

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

	private HttpResponse<String> page(String... fields) {
		return client.form(tenant.endpoints().authority(), "/devicelogin", fields);
	}

	private static JsonObject claims(String token) {
		return JsonParser
				.parseString(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8))
				.getAsJsonObject();
	}

	@Test
	void aPersonSignsInThroughThePage() {
		JsonObject code = client.deviceCode(SCOPE);
		String userCode = code.get("user_code").getAsString();
		String deviceCode = code.get("device_code").getAsString();
		assertEquals(5, code.get("interval").getAsInt());
		assertEquals(900, code.get("expires_in").getAsInt());
		assertTrue(code.get("message").getAsString().contains(userCode));
		assertEquals(70016, aadsts(client.redeem(deviceCode)));

		assertTrue(client.get(tenant.endpoints().authority(), "/devicelogin").body().contains("name=\"otc\""));
		assertTrue(page("otc", "WRONGCODE").body().contains("role=\"alert\""));
		String accounts = page("otc", userCode.toLowerCase()).body();
		tenant.scenario().accounts().forEach(a -> assertTrue(accounts.contains(a.userPrincipalName())));
		assertTrue(accounts.contains("Microsoft Graph Command Line Tools"));
		page("otc", userCode, "action", "continue", "account", "admin@contoso.example");

		tenant.clockOffset(Duration.ofSeconds(6));
		JsonObject tokens = json(client.redeem(deviceCode));
		JsonObject claims = claims(tokens.get("access_token").getAsString());
		assertEquals(tenant.scenario().tenantId(), claims.get("tid").getAsString());
		assertEquals("User.Read", claims.get("scp").getAsString());
		assertTrue(claims.getAsJsonArray("wids").toString().contains("62e90394-69f5-4237-9190-012177145e10"));
		assertEquals("admin@contoso.example",
				claims(tokens.get("id_token").getAsString()).get("preferred_username").getAsString());
		assertTrue(tokens.has("refresh_token"));
		assertEquals(70018, aadsts(client.redeem(deviceCode)), "spent");
	}

	@Test
	void speaksThePersonsLanguage() {
		HttpResponse<String> answer = client.form(tenant.endpoints().authority(),
				"/contoso.example/oauth2/v2.0/devicecode?mkt=de-DE", "client_id", TenantClient.CLIENT, "scope", SCOPE);
		assertTrue(json(answer).get("message").getAsString().startsWith("Öffnen Sie"));
	}

	@Test
	void pollingTooFastIsSlowedDown() {
		String deviceCode = client.deviceCode(SCOPE).get("device_code").getAsString();
		assertEquals("authorization_pending", json(client.redeem(deviceCode)).get("error").getAsString());
		assertEquals("slow_down", json(client.redeem(deviceCode)).get("error").getAsString());
		tenant.clockOffset(Duration.ofSeconds(6));
		assertEquals("authorization_pending", json(client.redeem(deviceCode)).get("error").getAsString());
	}

	@Test
	void cancelDeclines() {
		JsonObject code = client.deviceCode(SCOPE);
		page("otc", code.get("user_code").getAsString(), "action", "cancel");
		HttpResponse<String> answer = client.redeem(code.get("device_code").getAsString());
		assertEquals("authorization_declined", json(answer).get("error").getAsString());
		assertEquals(List.of(), tenant.deviceCodes().pending());
	}

	@Test
	void codesExpire() {
		JsonObject code = client.deviceCode(SCOPE);
		tenant.clockOffset(Duration.ofSeconds(901));
		HttpResponse<String> answer = client.redeem(code.get("device_code").getAsString());
		assertEquals("expired_token", json(answer).get("error").getAsString());
		assertTrue(page("otc", code.get("user_code").getAsString()).body().contains("role=\"alert\""));
	}

	@Test
	void conditionalAccessBlocks() {
		JsonObject code = client.deviceCode(SCOPE);
		tenant.deviceCodes().block(code.get("user_code").getAsString(), 53003);
		HttpResponse<String> answer = client.redeem(code.get("device_code").getAsString());
		assertEquals(53003, aadsts(answer));
		assertEquals("invalid_grant", json(answer).get("error").getAsString());
	}

	@Test
	void anAccountOfAnotherTenantIsRefusedOnThePage() {
		JsonObject code = client.deviceCode(SCOPE);
		String userCode = code.get("user_code").getAsString();
		assertTrue(page("otc", userCode, "action", "continue", "account", "admin@fabrikam.example").body()
				.contains("AADSTS50020"));
		assertEquals(List.of(userCode), tenant.deviceCodes().pending());
	}

	@Test
	void aScenarioMayLetItThrough() throws IOException {
		try (SimulatedTenant loose = SimulatedTenant
				.start(TenantOptions.defaults().withChanges("{\"foreignAccounts\": \"issue\"}"))) {
			String token = new TenantClient(loose).token("admin@fabrikam.example", SCOPE);
			assertEquals(loose.scenario().account("admin@fabrikam.example").tenantId(),
					claims(token).get("tid").getAsString());
		}
	}

	@Test
	void refreshTokensServeOtherScopes() {
		JsonObject code = client.deviceCode(SCOPE);
		tenant.deviceCodes().approve(code.get("user_code").getAsString(), "roles@contoso.example");
		String refresh = json(client.redeem(code.get("device_code").getAsString())).get("refresh_token").getAsString();
		JsonObject tokens = json(client.form(tenant.endpoints().authority(), "/organizations/oauth2/v2.0/token",
				"grant_type", "refresh_token", "client_id", TenantClient.CLIENT, "refresh_token", refresh, "scope",
				"https://graph.microsoft.com/RoleManagement.ReadWrite.Directory"));
		assertEquals("RoleManagement.ReadWrite.Directory",
				claims(tokens.get("access_token").getAsString()).get("scp").getAsString());
	}

	@Test
	void unknownClientsAreRefused() {
		HttpResponse<String> answer = client.form(tenant.endpoints().authority(),
				"/contoso.example/oauth2/v2.0/devicecode", "client_id", tenant.scenario().unknownApplicationId(),
				"scope", SCOPE);
		assertEquals(700016, aadsts(answer));
	}

	@Test
	void automaticSignInAnswersAtOnce() throws IOException {
		try (SimulatedTenant automatic = SimulatedTenant.start(TenantOptions.defaults().withAutoSignIn())) {
			TenantClient script = new TenantClient(automatic);
			String deviceCode = script.deviceCode(SCOPE).get("device_code").getAsString();
			assertEquals("admin@contoso.example",
					claims(json(script.redeem(deviceCode)).get("access_token").getAsString()).get("upn").getAsString());
		}
	}
}
