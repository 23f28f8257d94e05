package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.PlanItem;
import dev.latchkey.tenant.Fault;
import dev.latchkey.tenant.Origin;
import dev.latchkey.tenant.RequestMatcher;

/** The directory is asked for the administrator's roles where the token does not name them. */
class AdminRolesTest extends TenantTest {

	private static final String APPLICATION_ADMINISTRATOR = "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3";

	@BeforeEach
	void change() throws IOException {
		startWith("{\"roleClaims\": false, \"consented\": [\"User.Read\"], \"pageSize\": 1}");
	}

	private List<String> asked() {
		return tenant.exchanges().stream().filter(exchange -> exchange.origin() == Origin.GRAPH)
				.map(exchange -> exchange.uri().getPath()).filter(path -> path.contains("/me/")).toList();
	}

	@Test
	void whatTheDirectorySaysCounts() throws Exception {
		AdminSession session = signIn("apps@contoso.example");
		assertEquals(Set.of(), session.roleTemplateIds());
		assertTrue(asked().isEmpty(), "Asked before it matters");
		var plan = service.plan(request(), session, null);
		assertEquals(Set.of(APPLICATION_ADMINISTRATOR), session.roleTemplateIds());
		assertTrue(plan.items().stream().anyMatch(item -> item.state() == PlanItem.State.NOT_ALLOWED));
		service.plan(request(), session, null);
		assertEquals(1, asked().size(), "Asked again");
	}

	@Test
	void whereItMayNotBeReadNothingIsRuledOut() throws Exception {
		tenant.faults().add(Fault
				.on(RequestMatcher.at(Origin.GRAPH).withPath("/me/"))
				.graphError(403, "Authorization_RequestDenied", "No."));
		AdminSession session = signIn("apps@contoso.example");
		var plan = service.plan(request(), session, null);
		assertEquals(Set.of(), session.roleTemplateIds());
		assertTrue(plan.items().stream().noneMatch(item -> item.state() == PlanItem.State.NOT_ALLOWED));
	}
}
