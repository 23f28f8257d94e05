package dev.latchkey.tenant;

import static dev.latchkey.tenant.TenantClient.aadsts;
import static dev.latchkey.tenant.TenantClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Claims that are asked for, and claims that are demanded. */
class ClaimsTest {

	private static final String GRAPH = "https://graph.microsoft.com/.default";
	private static final String CAPABLE = "\"xms_cc\":{\"values\":[\"CP1\"]}";
	private static final String STRONG = "\"acrs\":{\"essential\":true,\"value\":\"c1\"}";

	private SimulatedTenant tenant;
	private TestCertificate certificate;

	private void start(TenantOptions options) throws IOException, GeneralSecurityException {
		tenant = SimulatedTenant.start(options);
		certificate = TestCertificate.valid();
		tenant.directory().addCertificate(tenant.scenario().applicationId(), certificate.certificate(), "test");
	}

	@AfterEach
	void stop() {
		tenant.close();
	}

	private HttpResponse<String> sentFor(String claims) throws GeneralSecurityException {
		return new TenantClient(tenant).form(tenant.endpoints().authority(),
				'/' + tenant.scenario().tenantId() + "/oauth2/v2.0/token", "grant_type", "client_credentials", "client_id",
				tenant.scenario().applicationId(), "scope", GRAPH, "client_assertion_type",
				"urn:ietf:params:oauth:client-assertion-type:jwt-bearer", "client_assertion",
				certificate.ps256(certificate.claims(tenant)), "claims", "{\"access_token\":{" + claims + "}}");
	}

	private HttpResponse<String> called(String claims) throws GeneralSecurityException {
		return new TenantClient(tenant).graph(json(sentFor(claims)).get("access_token").getAsString(), "/users");
	}

	private static String challenge(HttpResponse<String> refused) {
		assertEquals(401, refused.statusCode());
		Matcher challenge = Pattern.compile("Bearer .*error=\"insufficient_claims\", claims=\"([^\"]+)\"")
				.matcher(refused.headers().firstValue("WWW-Authenticate").orElseThrow());
		assertTrue(challenge.matches());
		return new String(Base64.getDecoder().decode(challenge.group(1)), StandardCharsets.UTF_8);
	}

	@Test
	void whatAScenarioDemandsIsAskedForUntilItComes() throws Exception {
		start(TenantOptions.defaults().withChanges("{\"demands\":{\"access_token\":{" + STRONG + "}}}"));
		assertEquals("{\"access_token\":{" + STRONG + "}}", challenge(called(CAPABLE)));
		assertEquals(200, called(STRONG).statusCode());
		tenant.demandClaims(Optional.empty());
		assertEquals(200, called(CAPABLE).statusCode());
	}

	@Test
	void revokedTokensAreChallengedWhereTheClientUnderstands() throws Exception {
		start(TenantOptions.defaults());
		String capable = json(sentFor(CAPABLE)).get("access_token").getAsString();
		String old = json(sentFor("")).get("access_token").getAsString();
		tenant.revokeTokens();
		TenantClient client = new TenantClient(tenant);
		String demand = challenge(client.graph(capable, "/users"));
		assertEquals(200, client.graph(old, "/users").statusCode());
		assertEquals(200, called(CAPABLE + "," + demand.replaceAll("^.*?\\{.*?\\{|\\}\\}$", "")).statusCode());
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"nbf\":{\"value\":\"soon\"}", "\"nbf\":{}", "{" })
	void whatIsNoClaimsRequestIsRefused(String claims) throws Exception {
		start(TenantOptions.defaults());
		assertEquals(9002313, aadsts(sentFor(claims)));
		assertThrows(IllegalArgumentException.class,
				() -> tenant.demandClaims(Optional.of("{\"access_token\":{" + claims + "}}")));
	}
}
