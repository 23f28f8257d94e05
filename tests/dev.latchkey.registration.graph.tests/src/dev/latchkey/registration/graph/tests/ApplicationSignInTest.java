package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import dev.latchkey.registration.ApplicationSignIn;
import dev.latchkey.registration.ApplicationSignIn.Identity;
import dev.latchkey.registration.ApplicationSignIn.Token;
import dev.latchkey.registration.ClientCertificate;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.tenant.Fault;
import dev.latchkey.tenant.Origin;
import dev.latchkey.tenant.RequestMatcher;

/** The application's own sign-in, for whoever calls services with it. */
class ApplicationSignInTest extends TenantTest {

	private static final RequestMatcher ASSERTIONS = RequestMatcher.at(Origin.AUTHORITY).withBody("client_assertion=");
	private static final String STRONG = "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}";

	private final ApplicationSignIn signIn = Services.get(ApplicationSignIn.class);

	private Identity identity(ClientCertificate with) throws RegistrationException {
		return new Identity(contoso(), tenant.scenario().applicationId(), with);
	}

	private Identity registered() throws RegistrationException {
		tenant.directory().addCertificate(tenant.scenario().applicationId(), certificate.certificate(), "Ours");
		return identity(certificate);
	}

	private Token token(Identity identity, Optional<String> claims) throws RegistrationException {
		return signIn.signIn(identity, cloud().graph(), claims, null);
	}

	private int status(Token token) throws Exception {
		HttpRequest users = HttpRequest.newBuilder(URI.create(tenant.endpoints().graph() + "/v1.0/users"))
				.header("Authorization", "Bearer " + token.value()).build();
		return HttpClient.newBuilder().sslContext(tenant.clientContext()).build()
				.send(users, HttpResponse.BodyHandlers.discarding()).statusCode();
	}

	private static JsonObject claims(Token token) {
		byte[] claims = Base64.getUrlDecoder().decode(token.value().split("\\.")[1]);
		return JsonParser.parseString(new String(claims, StandardCharsets.UTF_8)).getAsJsonObject();
	}

	@Test
	void eachTokenIsNewAndForTheResource() throws Exception {
		Identity identity = registered();
		Token first = token(identity, Optional.empty());
		assertNotEquals(first.value(), token(identity, Optional.empty()).value());
		assertEquals(cloud().graph().toString(), claims(first).get("aud").getAsString());
		Duration left = Duration.between(Instant.now(), first.expires());
		assertTrue(left.toMinutes() > 50 && left.toMinutes() <= 60, left::toString);
		assertFalse(first.toString().contains(first.value()));
		assertEquals(200, status(first));
	}

	@Test
	void demandedClaimsAreInTheTokenBesideOurCapability() throws Exception {
		tenant.demandClaims(Optional.of(STRONG));
		Identity identity = registered();
		assertEquals(401, status(token(identity, Optional.empty())));
		Token token = token(identity, Optional.of(STRONG));
		assertEquals(200, status(token));
		assertEquals("[\"c1\"]", claims(token).get("acrs").toString());
		assertEquals("[\"cp1\"]", claims(token).get("xms_cc").toString());
	}

	@Test
	void claimsThatAreNoneAreAFailureWithoutARequest() throws Exception {
		Identity identity = registered();
		tenant.forgetExchanges();
		refused(Reason.UNKNOWN, () -> token(identity, Optional.of("{")));
		assertEquals(0, tenant.exchanges().size());
	}

	@Test
	void refusalsHaveTheirReason() throws Exception {
		refused(Reason.CERTIFICATE_NOT_REGISTERED, () -> token(identity(certificate), Optional.empty()));
		refused(Reason.KEY_UNUSABLE, () -> token(identity(Certificates.withoutKey(certificate)), Optional.empty()));
		Identity identity = registered();
		RegistrationException missing = refused(Reason.RESOURCE_MISSING,
				() -> signIn.signIn(identity, URI.create("https://contoso.crm.dynamics.example"), Optional.empty(), null));
		assertTrue(missing.getLocalizedMessage().contains("contoso.crm.dynamics.example"), missing.getLocalizedMessage());
		tenant.faults().add(Fault.on(ASSERTIONS).aadsts(53003));
		refused(Reason.APPLICATION_BLOCKED, () -> token(identity, Optional.empty()));
	}

	@Test
	void itEndsSoonAfterItIsCancelled() throws Exception {
		Identity identity = registered();
		tenant.faults().add(Fault.on(ASSERTIONS).delay(Duration.ofSeconds(8)));
		Cancelling.afterMillis(300, monitor -> signIn.signIn(identity, cloud().graph(), Optional.empty(), monitor));
	}
}
