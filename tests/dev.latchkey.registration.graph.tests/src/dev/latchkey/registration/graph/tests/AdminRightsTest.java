package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.ItemResult;
import dev.latchkey.registration.ItemResult.Outcome;
import dev.latchkey.registration.PlanItem;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.Service;
import dev.latchkey.tenant.Fault;
import dev.latchkey.tenant.Origin;
import dev.latchkey.tenant.RequestMatcher;

/** Administrators who may do a part only: item by item, with the role that is lacking. */
class AdminRightsTest extends TenantTest {

	/** Id of Sites.Read.All. */
	private static final String SITES = "332a536c-c7ef-4017-ab91-336970924f0d";
	private static final String GRAPH = "grant:00000003-0000-0000-c000-000000000000:";

	@Test
	void anApplicationAdministratorMayNotGrantGraphPermissions() throws Exception {
		AdminSession session = signIn("apps@contoso.example");
		RegistrationPlan plan = service.plan(request(), session, null);
		List<PlanItem> barred = plan.items().stream().filter(item -> item.state() == PlanItem.State.NOT_ALLOWED)
				.toList();
		assertEquals(5, barred.size(), barred::toString);
		for (PlanItem item : barred) {
			assertTrue(item.id().startsWith(GRAPH) || item.id().startsWith("role:"), item::id);
			assertEquals(Reason.ROLE_REQUIRED, item.obstacle().orElseThrow().reason());
			assertEquals(List.of("Privileged Role Administrator"), item.obstacle().orElseThrow().arguments());
		}
		RegistrationResult result = apply(plan, session);
		assertFalse(result.complete());
		assertEquals(barred.stream().map(PlanItem::id).toList(), ids(result, Outcome.NOT_ATTEMPTED));
		assertEquals(List.of(), ids(result, Outcome.FAILED));
		assertEquals(6, ids(result, Outcome.DONE).size(), result::toString);
	}

	@Test
	void whoMayNothingIsToldItemByItemBeforeAnythingIsSent() throws Exception {
		String before = tenant.directory().state();
		AdminSession session = signIn("user@contoso.example");
		RegistrationPlan plan = service.plan(request(), session, null);
		for (PlanItem item : plan.items()) {
			if (item.state() != PlanItem.State.DONE) {
				assertEquals(PlanItem.State.NOT_ALLOWED, item.state(), item::id);
				assertEquals(List.of(item.standing().role()), item.obstacle().orElseThrow().arguments());
				assertFalse(item.standing().requests().isEmpty(), item::id);
			}
		}
		RegistrationResult result = apply(plan, session);
		assertEquals(List.of(), ids(result, Outcome.DONE));
		assertEquals(List.of(), writes());
		assertEquals(before, tenant.directory().state());
	}

	@Test
	void whatGraphRefusesIsSaidWithTheRoleThatCan() throws Exception {
		AdminSession session = signIn(ADMIN);
		RegistrationPlan plan = service.plan(request(Service.SHAREPOINT), session, null);
		tenant.faults().add("certificate-refused");
		ItemResult certificate = item(apply(plan, session), "certificate");
		assertEquals(Outcome.FAILED, certificate.outcome());
		assertEquals(Reason.ROLE_REQUIRED, certificate.failure().orElseThrow().reason());
		assertEquals("Authorization_RequestDenied", certificate.failure().orElseThrow().code());
	}

	@Test
	void aPrivilegedRoleAdministratorMayGrantButNotChangeTheApplication() throws Exception {
		AdminSession session = signIn("roles@contoso.example");
		RegistrationPlan plan = service.plan(request(), session, null);
		assertEquals(List.of("certificate", "declaration"), plan.items().stream()
				.filter(item -> item.state() == PlanItem.State.NOT_ALLOWED).map(PlanItem::id).toList());
		RegistrationResult result = apply(plan, session);
		assertEquals(List.of(), ids(result, Outcome.FAILED));
		assertEquals(9, ids(result, Outcome.DONE).size(), result::toString);
	}

	@Test
	void oneRefusalDoesNotStopTheOthers() throws Exception {
		AdminSession session = signIn(ADMIN);
		RegistrationPlan plan = service.plan(request(), session, null);
		tenant.faults().add(Fault
				.on(RequestMatcher.at(Origin.GRAPH).withMethod("POST").withPath("/appRoleAssignments").withBody(SITES)).once()
				.graphError(403, "Authorization_RequestDenied", "Insufficient privileges."));
		RegistrationResult result = apply(plan, session);
		assertEquals(List.of(GRAPH + "Sites.Read.All"), ids(result, Outcome.FAILED));
		assertEquals(List.of(), ids(result, Outcome.NOT_ATTEMPTED));
		assertEquals(List.of("Privileged Role Administrator"),
				item(result, GRAPH + "Sites.Read.All").failure().orElseThrow().arguments());

		assertTrue(register(request(), session).complete(), "A second run does the rest");
	}
}
