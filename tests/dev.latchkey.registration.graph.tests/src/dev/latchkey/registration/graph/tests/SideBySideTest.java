package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.ItemResult;
import dev.latchkey.registration.ItemResult.Outcome;
import dev.latchkey.registration.PlanItem;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.Wait;
import dev.latchkey.tenant.Fault;
import dev.latchkey.tenant.Origin;
import dev.latchkey.tenant.RecordedExchange;
import dev.latchkey.tenant.RequestMatcher;

/** A plan's items go out side by side, in the order that they need, and tell what they wait for. */
class SideBySideTest extends TenantTest {

	private static final RequestMatcher GRAPH = RequestMatcher.at(Origin.GRAPH);

	@Test
	void independentItemsGoOutTogetherWithinLimits() throws Exception {
		AdminSession session = signIn(ADMIN);
		RegistrationPlan plan = service.plan(request(), session, null);
		tenant.forgetExchanges();
		tenant.faults().add(Fault.on(GRAPH.withMethod("POST")).delay(Duration.ofMillis(400)));
		RegistrationResult result = apply(plan, session);
		assertTrue(result.complete(), result::toString);
		int together = mostTogether(posts());
		assertTrue(together >= 3 && together <= 5, "At the same time: " + together);
		assertEquals(plan.items(), result.items().stream().map(ItemResult::item).toList(), "In the plan's order");
	}

	/** Each exchange is there from {@code at} on, for {@code took}. */
	private static int mostTogether(List<RecordedExchange> exchanges) {
		return exchanges.stream().mapToInt(one -> (int) exchanges.stream()
				.filter(other -> !other.at().isAfter(one.at()) && other.at().plus(other.took()).isAfter(one.at())).count())
				.max().orElse(0);
	}

	@Test
	void nothingIsGrantedToWhatIsNotThereYet() throws Exception {
		tenant.directory().removeServicePrincipal("00000003-0000-0ff1-ce00-000000000000");
		AdminSession session = signIn(ADMIN);
		RegistrationPlan plan = service.plan(request(tenant.scenario().applicationIds().get("orphan")), session, null);
		tenant.faults()
				.add(Fault.on(GRAPH.withMethod("POST").withPath("/servicePrincipals$")).delay(Duration.ofMillis(300)));
		tenant.forgetExchanges();
		assertTrue(apply(plan, session).complete());
		Instant last = posts().stream().filter(exchange -> exchange.uri().getPath().endsWith("/servicePrincipals"))
				.map(exchange -> exchange.at().plus(exchange.took())).max(Instant::compareTo).orElseThrow();
		assertTrue(posts().stream().filter(exchange -> exchange.uri().getPath().endsWith("ssignments"))
				.allMatch(exchange -> exchange.at().isAfter(last)));
		assertEquals(1, mostTogether(tenant.exchanges().stream()
				.filter(exchange -> exchange.method().equals("PATCH")).toList()), "One write of the application at a time");
	}

	@Test
	void theSamePlanTwiceWritesOnce() throws Exception {
		AdminSession session = signIn(ADMIN);
		RegistrationPlan plan = service.plan(request(), session, null);
		assertTrue(apply(plan, session).complete());
		String before = tenant.directory().state();
		tenant.forgetExchanges();
		RegistrationResult again = apply(plan, session);
		assertTrue(again.complete());
		assertTrue(!again.changedAnything(), again::toString);
		assertEquals(List.of(), writes());
		assertEquals(before, tenant.directory().state());
	}

	@Test
	void retryAfterIsToldWithItsEnd() throws Exception {
		AdminSession session = signIn(ADMIN);
		RegistrationPlan plan = service.plan(request(Service.SHAREPOINT), session, null);
		tenant.faults().add(Fault.on(GRAPH.withMethod("POST")).once().throttle(429, Duration.ofSeconds(1)));
		Instant start = Instant.now();
		List<Wait> waits = waits(plan, session);
		assertEquals(List.of(Reason.THROTTLED), waits.stream().map(wait -> wait.why().reason()).distinct().toList());
		assertTrue(waits.get(0).until().isAfter(start.plusMillis(900)));
	}

	@Test
	void whatIsNotSeenYetIsToldWithTheReason() throws Exception {
		AdminSession session = signIn(ADMIN);
		RegistrationPlan plan = service.plan(request(Service.SHAREPOINT), session, null);
		tenant.replicationDelay(Duration.ofSeconds(1), Duration.ZERO);
		List<Wait> waits = waits(plan, session);
		assertEquals(List.of(Reason.CERTIFICATE_NOT_REGISTERED),
				waits.stream().map(wait -> wait.why().reason()).distinct().toList());
	}

	@Test
	void waitingForMicrosoftEndsWithACancellation() throws Exception {
		AdminSession session = signIn(ADMIN);
		RegistrationPlan plan = service.plan(request(Service.SHAREPOINT), session, null);
		tenant.faults().add(Fault.on(GRAPH.withMethod("POST|PATCH")).throttle(429, Duration.ofSeconds(30)));
		NullProgressMonitor monitor = new NullProgressMonitor();
		RegistrationResult result = service.apply(plan, session, so -> {
			if (so.items().stream().anyMatch(item -> item.waiting().isPresent())) {
				monitor.setCanceled(true);
			}
		}, monitor);
		assertTrue(result.items().stream().noneMatch(item -> item.waiting().isPresent()));
		assertEquals(List.of(), ids(result, Outcome.FAILED), "Not tried until the end");
		assertEquals(List.of(), ids(result, Outcome.DONE));
	}

	private List<Wait> waits(RegistrationPlan plan, AdminSession session) throws Exception {
		List<Wait> waits = new CopyOnWriteArrayList<>();
		RegistrationResult result = service.apply(plan, session,
				so -> so.items().forEach(item -> item.waiting().ifPresent(waits::add)), null);
		assertTrue(result.complete(), result::toString);
		assertTrue(result.items().stream().noneMatch(item -> item.waiting().isPresent()));
		return waits;
	}

	@Test
	void theDirectoryDiffersByThePlanAlone() throws Exception {
		AdminSession session = signIn(ADMIN);
		RegistrationPlan plan = service.plan(request(), session, null);
		JsonObject before = state();
		assertTrue(apply(plan, session).complete());
		JsonObject after = state();
		takeAway(after, before, "appRoleAssignments", count(plan, PlanItem.GrantPermission.class));
		takeAway(after, before, "roleAssignments", count(plan, PlanItem.AssignDirectoryRole.class));
		JsonObject then = application(before);
		JsonObject now = application(after);
		JsonArray keys = now.getAsJsonArray("keyCredentials");
		assertEquals(then.getAsJsonArray("keyCredentials").size() + 1, keys.size());
		keys.remove(keys.size() - 1);
		now.add("requiredResourceAccess", then.get("requiredResourceAccess"));
		assertEquals(before.toString(), after.toString());
	}

	private JsonObject state() {
		return JsonParser.parseString(tenant.directory().state()).getAsJsonObject();
	}

	private static int count(RegistrationPlan plan, Class<?> kind) {
		return (int) plan.items().stream().filter(item -> kind.isInstance(item) && item.state() == PlanItem.State.TO_DO)
				.count();
	}

	private static void takeAway(JsonObject after, JsonObject before, String table, int number) {
		List<JsonElement> fresh = new ArrayList<>(after.getAsJsonArray(table).asList());
		fresh.removeAll(before.getAsJsonArray(table).asList());
		assertEquals(number, fresh.size(), table);
		fresh.forEach(after.getAsJsonArray(table)::remove);
	}

	private JsonObject application(JsonObject state) {
		return state.getAsJsonArray("applications").asList().stream().map(JsonElement::getAsJsonObject)
				.filter(json -> json.get("appId").getAsString().equals(tenant.scenario().applicationId())).findFirst()
				.orElseThrow();
	}

	private List<RecordedExchange> posts() {
		return tenant.exchanges().stream()
				.filter(exchange -> exchange.origin() == Origin.GRAPH && exchange.method().equals("POST")).toList();
	}
}
