package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import dev.latchkey.registration.AdminScope;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.SignInMethod;
import dev.latchkey.registration.SignInRequest;
import dev.latchkey.tenant.Fault;
import dev.latchkey.tenant.Origin;
import dev.latchkey.tenant.RecordedExchange;
import dev.latchkey.tenant.RequestMatcher;

/** Tokens, codes and states stay where they belong. */
class SecretsTest extends TenantTest {

	private static final Set<AdminScope> WRITING = Set.of(AdminScope.WRITE_APPLICATIONS);
	private static final List<String> TOKENS = List.of("access_token", "refresh_token", "id_token");

	@BeforeEach
	void change() throws IOException {
		startWith("{\"deviceCode\": {\"interval\": 1}}");
	}

	/** Everything of those names that the sign-in server ever gave out. */
	private List<String> given(List<String> names) {
		return tenant.exchanges().stream().filter(exchange -> exchange.origin() == Origin.AUTHORITY)
				.map(RecordedExchange::responseBody).filter(body -> body.startsWith("{"))
				.map(body -> JsonParser.parseString(body).getAsJsonObject()).flatMap(json -> texts(json, names)).toList();
	}

	private static Stream<String> texts(JsonObject json, List<String> names) {
		return names.stream().filter(json::has).map(name -> json.get(name).getAsString());
	}

	private SignInRequest browser() throws Exception {
		return new SignInRequest(contoso(), SignInMethod.BROWSER, WRITING);
	}

	@Test
	void noneIsEverLogged() throws Exception {
		List<String> secrets = new ArrayList<>();
		try (LogCapture log = LogCapture.everything()) {
			BrowserPerson person = BrowserPerson.choosing(tenant, ADMIN);
			try (AdminSession session = service.signIn(browser(), person, null)) {
				service.extend(session, Set.of(AdminScope.GRANT_PERMISSIONS), null, null);
				register(request(Service.SHAREPOINT), session);
				tenant.faults().add(Fault.on(RequestMatcher.at(Origin.GRAPH).withPath("/applications\\([^/]*$")).times(1).graphError(403, "No", "No."));
				refused(Reason.ROLE_REQUIRED, () -> service.plan(request(), session, null));
			}
			signIn(ADMIN);
			BrowserPerson refused = BrowserPerson.choosing(tenant, ADMIN);
			tenant.faults().add(Fault.on(RequestMatcher.at(Origin.AUTHORITY).withBody("authorization_code")).once()
					.aadsts(53003));
			refused(Reason.SIGN_IN_BLOCKED, () -> service.signIn(browser(), refused, null));
			Stream.of(person, refused).forEach(who -> {
				secrets.add(who.sent().get("code"));
				secrets.add(who.sent().get("state"));
			});
			secrets.addAll(given(TOKENS));
			secrets.addAll(given(List.of("device_code", "user_code")));
			assertTrue(secrets.size() > 12 && !secrets.contains(null), () -> secrets.size() + " secrets");
			assertTrue(log.text().contains("AADSTS53003"), "Nothing was captured");
			secrets.forEach(secret -> assertFalse(log.text().contains(secret), () -> log.around(secret)));
		}
	}

	@Test
	void noneIsLeftInAClosedSession() throws Exception {
		AdminSession session = service.signIn(browser(), BrowserPerson.choosing(tenant, ADMIN), null);
		service.extend(session, Set.of(AdminScope.GRANT_PERMISSIONS), null, null);
		List<String> tokens = given(TOKENS);
		assertTrue(Reachable.from(session).containsAll(tokens.subList(tokens.size() - 3, tokens.size())));
		session.close();
		Set<String> left = Reachable.from(session);
		left.retainAll(tokens);
		assertEquals(Set.of(), left);
	}
}
