package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.PlanItem;
import dev.latchkey.registration.PlanItem.State;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.tenant.Origin;
import dev.latchkey.tenant.RecordedExchange;

/** What a plan shows as its requests is what is sent, no more and no less. */
class ShownRequestsTest extends TenantTest {

	@Test
	void ofAnApplicationThatHasSome() throws Exception {
		shownIsSent(request());
	}

	@Test
	void ofAnApplicationThatHasNothingYet() throws Exception {
		tenant.directory().removeServicePrincipal("00000003-0000-0ff1-ce00-000000000000");
		shownIsSent(request(tenant.scenario().applicationIds().get("orphan")));
	}

	@Test
	void ofARemovalAlone() throws Exception {
		AdminSession session = signIn(ADMIN);
		register(request(), session);
		RegistrationPlan plan = service.plan(request(), session, null);
		String removal = plan.items().stream().filter(item -> item.state() == State.OFFERED).findFirst().orElseThrow().id();
		RegistrationPlan chosen = plan.choosing(Set.of(removal));
		assertEquals(1, shown(chosen).size());
		compare(chosen, session);
	}

	@Test
	void whatIsThereOrUnknownNeedsNone() throws Exception {
		AdminSession session = signIn(ADMIN);
		register(request(), session);
		for (PlanItem item : service.plan(request(), session, null).items()) {
			assertEquals(item.state() == State.OFFERED, !item.standing().requests().isEmpty(), item::id);
		}
	}

	private void shownIsSent(RegistrationRequest request) throws Exception {
		AdminSession session = signIn(ADMIN);
		RegistrationPlan plan = service.plan(request, session, null);
		assertEquals(plan.items().stream().filter(item -> item.state() == State.TO_DO).count(), shown(plan).size());
		compare(plan, session);
	}

	private void compare(RegistrationPlan plan, AdminSession session) throws Exception {
		tenant.forgetExchanges();
		assertTrue(apply(plan, session).complete());
		List<RecordedExchange> sent = tenant.exchanges().stream()
				.filter(exchange -> exchange.origin() == Origin.GRAPH && !exchange.method().equals("GET")).toList();
		Map<String, String> known = known(plan, sent);
		assertEquals(sent.stream().map(exchange -> line(exchange.method(), exchange.uri(), exchange.requestBody())).sorted()
				.collect(Collectors.joining("\n")),
				shown(plan).stream().map(line -> filled(line, known)).sorted().collect(Collectors.joining("\n")));
	}

	private static List<String> shown(RegistrationPlan plan) {
		return plan.items().stream().filter(item -> item.state() == State.TO_DO)
				.flatMap(item -> item.standing().requests().stream())
				.map(request -> line(request.method(), request.address(), request.body())).toList();
	}

	private static String line(String method, URI address, String body) {
		String whole = URLDecoder.decode(address.toString(), StandardCharsets.UTF_8);
		assertFalse(address.toString().contains("{"));
		return method + ' ' + whole + ' ' + JsonParser.parseString(body);
	}

	/** What the placeholders stand for, as the answers say. */
	private Map<String, String> known(RegistrationPlan plan, List<RecordedExchange> sent) {
		Map<String, String> known = new HashMap<>();
		for (RecordedExchange exchange : sent) {
			if (exchange.uri().getPath().endsWith("/servicePrincipals")) {
				JsonObject principal = JsonParser.parseString(exchange.responseBody()).getAsJsonObject();
				known.put("{servicePrincipal " + principal.get("appId").getAsString() + '}',
						principal.get("id").getAsString());
				principal.getAsJsonArray("appRoles").forEach(role -> known.put(
						"{appRole " + role.getAsJsonObject().get("value").getAsString() + '}',
						role.getAsJsonObject().get("id").getAsString()));
			}
		}
		keyIds(sent).filter(id -> plan.certificates().stream().noneMatch(old -> old.keyId().equals(id)))
				.forEach(id -> known.put("{keyId}", id));
		return known;
	}

	private static Stream<String> keyIds(List<RecordedExchange> sent) {
		return sent.stream().filter(exchange -> exchange.requestBody().contains("keyCredentials"))
				.flatMap(exchange -> JsonParser.parseString(exchange.requestBody()).getAsJsonObject()
						.getAsJsonArray("keyCredentials").asList().stream())
				.map(key -> key.getAsJsonObject().get("keyId").getAsString());
	}

	private static String filled(String line, Map<String, String> known) {
		String text = line;
		for (var entry : known.entrySet()) {
			text = text.replace(entry.getKey(), entry.getValue());
		}
		return text;
	}
}
