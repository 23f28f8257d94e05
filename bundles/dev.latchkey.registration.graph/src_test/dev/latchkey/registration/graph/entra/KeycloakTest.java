package dev.latchkey.registration.graph.entra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.aad.msal4j.DeviceCode;
import com.microsoft.aad.msal4j.DeviceCodeFlowParameters;
import com.microsoft.aad.msal4j.IAuthenticationResult;

import dev.latchkey.registration.ClientCertificate;
import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.registration.Tenant;
import dev.latchkey.registration.graph.TestCertificate;
import dev.latchkey.registration.graph.net.Operation;
import okhttp3.OkHttpClient;

/** A stranger verifies our assertions: Keycloak, which shares no line of code with the simulated tenant. */
@EnabledIfSystemProperty(named = Keycloak.HOME, matches = ".+", disabledReason = "needs releng/verify --with-keycloak")
class KeycloakTest {

	private static final String CLIENT = "26b0eb55-8145-4eb8-b4a0-577b452cb3aa";

	private static final String DEVICE_CLIENT = """
			{"clientId": "console", "publicClient": true, "standardFlowEnabled": false, "attributes": {
			 "oauth2.device.authorization.grant.enabled": "true", "oauth2.device.polling.interval": "1"}}
			""";
	private static final String USER = """
			{"username": "gail", "enabled": true, "email": "gail@contoso.example", "emailVerified": true,
			 "firstName": "Gail", "lastName": "Global", "realmRoles": ["offline_access"],
			 "credentials": [{"type": "password", "value": "for tests only"}]}
			""";

	@TempDir
	private static Path folder;

	private static ClientCertificate certificate;
	private static Keycloak keycloak;

	@BeforeAll
	static void start() throws Exception {
		certificate = TestCertificate.make(folder, "ours");
		keycloak = new Keycloak("\"clients\": [" + client() + ", " + DEVICE_CLIENT + "], \"users\": [" + USER + "]", folder);
	}

	private static String client() throws Exception {
		String encoded = Base64.getEncoder().encodeToString(certificate.certificate().getEncoded());
		return """
				{"clientId": "%s", "publicClient": false, "serviceAccountsEnabled": true, "standardFlowEnabled": false,
				 "clientAuthenticatorType": "client-jwt", "attributes": {
				 "jwt.credential.certificate": "%s", "token.endpoint.auth.signing.alg": "PS256"}}
				""".formatted(CLIENT, encoded);
	}

	@AfterAll
	static void stop() throws IOException {
		if (keycloak != null) {
			keycloak.close();
		}
	}

	private static String audience() {
		return keycloak.endpoint("token").toString();
	}

	private static String assertion(ClientCertificate with, String audience, Instant now) throws Exception {
		return new ClientAssertion(with, CLIENT, audience).sign(now);
	}

	/** The form that Microsoft documents for a certificate's sign-in. */
	private static HttpResponse<String> signIn(String assertion) throws Exception {
		return post(keycloak.endpoint("token"), Map.of("grant_type", "client_credentials", "client_id", CLIENT,
				"client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer", "client_assertion",
				assertion));
	}

	private static HttpResponse<String> post(URI uri, Map<String, String> form) throws Exception {
		String body = form.entrySet().stream()
				.map(field -> field.getKey() + '=' + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
				.collect(Collectors.joining("&"));
		HttpRequest request = HttpRequest.newBuilder(uri).header("Content-Type", "application/x-www-form-urlencoded")
				.POST(HttpRequest.BodyPublishers.ofString(body)).build();
		return keycloak.client().build().send(request, HttpResponse.BodyHandlers.ofString());
	}

	private static JsonObject json(HttpResponse<String> answer) {
		return JsonParser.parseString(answer.body()).getAsJsonObject();
	}

	private static void assertRefused(HttpResponse<String> answer) {
		assertNotEquals(200, answer.statusCode(), answer.body());
		assertEquals("invalid_client", json(answer).get("error").getAsString(), answer.body());
	}

	@Test
	void ourAssertionIsAccepted() throws Exception {
		HttpResponse<String> answer = signIn(assertion(certificate, audience(), Instant.now()));
		assertEquals(200, answer.statusCode(), answer.body());
		String token = json(answer).get("access_token").getAsString();
		assertFalse(TokenClaims.of(token).text("exp").isEmpty());
		assertEquals(CLIENT, TokenClaims.of(token).text("azp"));
	}

	@Test
	void theSameAssertionIsGoodOnce() throws Exception {
		String assertion = assertion(certificate, audience(), Instant.now());
		assertEquals(200, signIn(assertion).statusCode());
		assertRefused(signIn(assertion));
	}

	@Test
	void anotherKeyIsRefused() throws Exception {
		assertRefused(signIn(assertion(TestCertificate.make(folder, "forged"), audience(), Instant.now())));
	}

	@Test
	void anAssertionThatHasEndedIsRefused() throws Exception {
		assertRefused(signIn(assertion(certificate, audience(), Instant.now().minus(Duration.ofHours(1)))));
	}

	@Test
	void anAssertionForSomebodyElseIsRefused() throws Exception {
		assertRefused(signIn(assertion(certificate, "https://login.example/token", Instant.now())));
	}

	@Test
	void anAssertionThatWasTamperedWithIsRefused() throws Exception {
		String[] parts = assertion(certificate, audience(), Instant.now()).split("\\.");
		String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
		String later = claims.replaceFirst("\"jti\":\"....", "\"jti\":\"0000");
		parts[1] = Base64.getUrlEncoder().withoutPadding().encodeToString(later.getBytes(StandardCharsets.UTF_8));
		assertRefused(signIn(String.join(".", parts)));
	}

	@Test
	void aPersonsDeviceCodeIsPolledUntilItIsApproved() throws Exception {
		KeycloakHttp http = new KeycloakHttp(keycloak);
		ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor();
		ExecutorService executor = Executors.newCachedThreadPool();
		try (Operation operation = new Operation(new OkHttpClient(), null, watcher)) {
			DevicePolling polling = new DevicePolling(http, operation);
			CompletableFuture<DeviceCode> shown = new CompletableFuture<>();
			Future<IAuthenticationResult> tokens = MsalClients
					.publicClient("console", new Tenant(MicrosoftClouds.GLOBAL, "latchkey", "latchkey"), polling, executor)
					.acquireToken(DeviceCodeFlowParameters.builder(Set.of("email"), code -> {
						polling.begin();
						shown.complete(code);
					}).build());
			polling.followed();
			DeviceCode code = shown.get(60, TimeUnit.SECONDS);
			assertEquals("authorization_pending", http.nextError());
			new DeviceLoginPage(keycloak.client()).approve(code.verificationUri() + "?user_code=" + code.userCode(), "gail",
					"for tests only");
			String token = tokens.get(60, TimeUnit.SECONDS).accessToken();
			assertEquals("gail@contoso.example", TokenClaims.of(token).text("email"));
		} finally {
			executor.shutdownNow();
			watcher.shutdownNow();
		}
	}
}
