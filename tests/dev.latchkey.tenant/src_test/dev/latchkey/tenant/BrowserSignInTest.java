package dev.latchkey.tenant;

import static dev.latchkey.tenant.TenantClient.aadsts;
import static dev.latchkey.tenant.TenantClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BrowserSignInTest {

	private static final String VERIFIER = "a-verifier-that-is-long-enough-for-the-standard";
	private static final String REDIRECT = "http://localhost:12345";

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

	private static String authorize(String redirect) throws GeneralSecurityException {
		String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(
				MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
		return client.get(tenant.endpoints().authority(),
				"/contoso.example/oauth2/v2.0/authorize?client_id=" + TenantClient.CLIENT
						+ "&response_type=code&scope=User.Read%20openid&state=s-1&login_hint=user@contoso.example"
						+ "&code_challenge_method=S256&code_challenge=" + challenge + "&redirect_uri=" + redirect)
				.body();
	}

	private static HttpResponse<String> pick(String page, String action, String account) {
		Matcher context = Pattern.compile("name=\"ctx\" value=\"([^\"]+)\"").matcher(page);
		assertTrue(context.find(), page);
		return client.form(tenant.endpoints().authority(), "/contoso.example/login", "ctx", context.group(1), "action",
				action, "account", account);
	}

	private static HttpResponse<String> redeem(String code, String verifier) {
		return client.form(tenant.endpoints().authority(), "/contoso.example/oauth2/v2.0/token", "grant_type",
				"authorization_code", "client_id", TenantClient.CLIENT, "code", code, "redirect_uri", REDIRECT,
				"code_verifier", verifier);
	}

	private static String code(HttpResponse<String> back) {
		assertEquals(302, back.statusCode());
		String location = back.headers().firstValue("Location").orElseThrow();
		assertTrue(location.startsWith(REDIRECT + "?code="), location);
		assertTrue(location.contains("&state=s-1&"), location);
		return location.replaceFirst(".*[?&]code=([^&]+).*", "$1");
	}

	@Test
	void codeAndVerifierGiveTokens() throws GeneralSecurityException {
		String page = authorize(REDIRECT);
		assertTrue(page.contains("value=\"user@contoso.example\" checked"));
		String code = code(pick(page, "continue", "user@contoso.example"));
		assertTrue(json(redeem(code, VERIFIER)).has("id_token"));
		assertEquals(54005, aadsts(redeem(code, VERIFIER)), "spent");
	}

	@Test
	void anotherVerifierGivesNone() throws GeneralSecurityException {
		String code = code(pick(authorize(REDIRECT), "continue", "user@contoso.example"));
		assertEquals(501481, aadsts(redeem(code, "somebody-else")));
	}

	@Test
	void cancelGoesBackWithAnError() throws GeneralSecurityException {
		String location = pick(authorize(REDIRECT), "cancel", "").headers().firstValue("Location").orElseThrow();
		assertTrue(location.contains("error=access_denied"), location);
	}

	@Test
	void otherWaysBackAreRefused() throws GeneralSecurityException {
		assertTrue(authorize("https://evil.example/").contains("AADSTS50011"));
	}
}
