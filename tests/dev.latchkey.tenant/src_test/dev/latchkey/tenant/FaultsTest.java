package dev.latchkey.tenant;

import static dev.latchkey.tenant.TenantClient.aadsts;
import static dev.latchkey.tenant.TenantClient.graphCode;
import static dev.latchkey.tenant.TenantClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {

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

	private HttpResponse<String> configuration() {
		return client.get(tenant.endpoints().authority(), "/contoso.example/v2.0/.well-known/openid-configuration");
	}

	@Test
	void throttlingNamesTheTimeAndEnds() {
		String token = client.adminToken();
		Faults.Active fault = tenant.faults().add("throttled");
		HttpResponse<String> answer = client.graph(token, "/me");
		assertEquals(429, answer.statusCode());
		assertEquals("2", answer.headers().firstValue("Retry-After").orElseThrow());
		assertEquals("TooManyRequests", graphCode(answer));
		assertEquals(200, client.graph(token, "/me").statusCode());
		assertEquals(1, fault.met());
	}

	@Test
	void theNthRequestIsMet() {
		tenant.faults().add(Fault.on(RequestMatcher.at(Origin.AUTHORITY).withMethod("GET").withPath("openid"))
				.after(1).times(2).answer(500, Map.of(), "{}"));
		int[] statuses = { 200, 500, 500, 200 };
		for (int status : statuses) {
			assertEquals(status, configuration().statusCode());
		}
	}

	@Test
	void pagesInsteadOfJson() {
		tenant.faults().add("html");
		HttpResponse<String> answer = configuration();
		assertEquals(200, answer.statusCode());
		assertTrue(answer.headers().firstValue("Content-Type").orElseThrow().startsWith("text/html"));
		assertTrue(answer.body().startsWith("<!DOCTYPE html>"));
	}

	@Test
	void connectionsAreDropped() {
		Faults.Active fault = tenant.faults().add("drop");
		assertThrows(UncheckedIOException.class, this::configuration);
		fault.remove();
		assertEquals(200, configuration().statusCode());
	}

	@Test
	void answersAreLate() {
		tenant.latency(Duration.ofMillis(150));
		tenant.faults().add(Fault.on(RequestMatcher.any()).delay(Duration.ofMillis(150)).slowBody(Duration.ofMillis(150)));
		long start = System.nanoTime();
		assertEquals(200, configuration().statusCode());
		assertTrue(System.nanoTime() - start >= 450_000_000L);
	}

	@ParameterizedTest
	@CsvSource({ "device-code-expired, expired_token, 70019", "device-code-declined, authorization_declined, 65004",
			"device-code-blocked, invalid_grant, 53003", "device-code-slow-down, slow_down, 70016",
			"sign-in-unavailable, temporarily_unavailable, 90033" })
	void signInFaultsHaveTheirShape(String name, String error, int code) {
		String deviceCode = client.deviceCode("User.Read").get("device_code").getAsString();
		tenant.faults().add(name);
		HttpResponse<String> answer = client.redeem(deviceCode);
		assertEquals(error, json(answer).get("error").getAsString());
		assertEquals(code, aadsts(answer));
	}

	@Test
	void everyNumberCanBeProvoked() {
		tenant.faults().add(Fault.on(RequestMatcher.at(Origin.AUTHORITY)).aadsts(50034));
		assertEquals(50034, aadsts(configuration()));
	}

	@Test
	void refusalsOfOneKindOnly() {
		String token = client.adminToken();
		tenant.faults().add("certificate-refused");
		String path = "/applications/" + tenant.scenario().applicationObjectId();
		assertEquals(403, client.graph("PATCH", token, path, "{}").statusCode());
		assertEquals(200, client.graph(token, path).statusCode());
	}

	@Test
	void aSecondAdministratorActsInBetween() {
		String token = client.adminToken();
		String id = tenant.scenario().applicationId();
		AtomicInteger runs = new AtomicInteger();
		tenant.faults().add(Fault.on(RequestMatcher.at(Origin.GRAPH).withMethod("PATCH")).once().before(() -> {
			runs.incrementAndGet();
			tenant.directory().grant(id, "Office 365 Exchange Online", "full_access_as_app");
		}));
		String path = "/applications/" + tenant.scenario().applicationObjectId();
		assertEquals(204, client.graph("PATCH", token, path, "{\"notes\": \"a\"}").statusCode());
		assertEquals(204, client.graph("PATCH", token, path, "{\"notes\": \"b\"}").statusCode());
		assertEquals(1, runs.get());
		assertTrue(tenant.directory().granted(id).contains("Office 365 Exchange Online/full_access_as_app"));
	}

	@Test
	void scenariosBringTheirOwn() throws IOException {
		String changes = "{\"faults\": [{\"named\": \"bad-gateway\", \"times\": 1},"
				+ " {\"origin\": \"authority\", \"path\": \"openid\", \"after\": 0, \"times\": 1, \"aadsts\": 90006}]}";
		try (SimulatedTenant faulty = SimulatedTenant.start(TenantOptions.defaults().withChanges(changes))) {
			TenantClient other = new TenantClient(faulty);
			String path = "/contoso.example/v2.0/.well-known/openid-configuration";
			assertEquals(502, other.get(faulty.endpoints().authority(), path).statusCode());
			assertEquals(503, other.get(faulty.endpoints().authority(), path).statusCode());
			assertEquals(200, other.get(faulty.endpoints().authority(), path).statusCode());
		}
	}

	@Test
	void aProxyRefuses() throws IOException {
		try (RefusingProxy proxy = RefusingProxy.start(403)) {
			HttpClient proxied = HttpClient.newBuilder().sslContext(tenant.clientContext())
					.proxy(ProxySelector.of(proxy.address())).build();
			assertThrows(IOException.class, () -> proxied.send(
					HttpRequest.newBuilder(tenant.endpoints().devicePage()).build(), HttpResponse.BodyHandlers.ofString()));
			assertEquals(1, proxy.refused());
		}
	}

	@Test
	void signInCanBeThrottledToo() throws IOException {
		String changes = "{\"faults\": [{\"origin\": \"authority\", \"aadsts\": 90055, \"retryAfter\": 7}]}";
		try (SimulatedTenant busy = SimulatedTenant.start(TenantOptions.defaults().withChanges(changes))) {
			HttpResponse<String> answer = new TenantClient(busy).get(busy.endpoints().authority(),
					"/contoso.example/v2.0/.well-known/openid-configuration");
			assertEquals(429, answer.statusCode());
			assertEquals("7", answer.headers().firstValue("Retry-After").orElseThrow());
		}
	}

	@Test
	void mistakesInAScenarioAreSaid() {
		assertMistake("{\"faults\": [{\"statuss\": 500}]}", "statuss");
		assertMistake("{\"faults\": [{\"named\": \"thunder\"}]}", "thunder");
		assertMistake("[]", "no JSON object");
		assertThrows(IllegalArgumentException.class, () -> tenant.faults().add("thunder"));
	}

	private static void assertMistake(String changes, String word) {
		IOException e = assertThrows(IOException.class,
				() -> SimulatedTenant.start(TenantOptions.defaults().withChanges(changes)).close());
		assertTrue(e.getMessage().contains(word), e.getMessage());
	}
}
