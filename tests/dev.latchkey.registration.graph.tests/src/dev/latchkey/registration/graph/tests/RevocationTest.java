package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.latchkey.registration.AdminScope;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.ItemResult.Outcome;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.PlanItem;
import dev.latchkey.registration.PlanItem.State;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationPlan.ExtraPermission;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.Resource;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.UndoResult;

/** Permissions of ours that nothing asks for any more can be taken back; nobody else's ever are. */
class RevocationTest extends RunTest {

	private static final String GRANTED = "Microsoft Graph/Sites.Read.All";

	/** A vendor's, whose needs become fewer. */
	private record Shrinking(String id, List<String> values) implements PermissionProfile {

		@Override
		public String name() {
			return "Shrinking";
		}

		@Override
		public String vendor() {
			return "Tests";
		}

		@Override
		public List<PermissionNeed> permissions(Set<Service> services, Cloud cloud) {
			return values.stream().map(value -> new PermissionNeed(Resource.MICROSOFT_GRAPH, value, services, "")).toList();
		}

		@Override
		public List<DirectoryRoleNeed> directoryRoles(Set<Service> services, Cloud cloud) {
			return List.of();
		}
	}

	/** The journal is that of all tests, and knows nothing of this one's application. */
	@BeforeEach
	void change() throws IOException {
		startWith("{\"tenants\":{\"contoso\":{\"applications\":{\"console\":{\"appId\":\"" + UUID.randomUUID() + "\"}}}}}");
	}

	private RegistrationRequest asking(String id, String... values) throws RegistrationException {
		return new RegistrationRequest(contoso(), Optional.empty(), Set.of(Service.SHAREPOINT),
				tenant.scenario().applicationId(), certificate, new Shrinking(id, Arrays.asList(values)));
	}

	private static Set<String> offered(RegistrationPlan plan) {
		return plan.items().stream().filter(item -> item instanceof PlanItem.RevokePermission)
				.filter(item -> item.state() == State.OFFERED).map(PlanItem::id).collect(Collectors.toSet());
	}

	private List<String> granted() {
		return tenant.directory().granted(tenant.scenario().applicationId());
	}

	@Test
	void whatNobodyAsksForAnyMoreIsOfferedAndTakenBackWhenChosen() throws Exception {
		AdminSession session = signIn(ADMIN);
		assertTrue(register(asking("shrinking", "Directory.Read.All", "Sites.Read.All"), session).complete());
		tenant.directory().grant(tenant.scenario().applicationId(), "Microsoft Graph", "Application.ReadWrite.All");

		RegistrationPlan plan = plan(asking("shrinking", "Directory.Read.All"), session);
		Set<String> offered = offered(plan);
		assertEquals(1, offered.size(), plan.items()::toString);
		assertFalse(plan.changesAnything());
		assertTrue(plan.application().extras().contains(new ExtraPermission("Microsoft Graph", "Application.ReadWrite.All")));
		assertFalse(plan.application().extras().contains(new ExtraPermission("Microsoft Graph", "Sites.Read.All")));
		assertTrue(apply(plan, session).complete());
		assertTrue(granted().contains(GRANTED), "not unasked");

		List<String> before = granted();
		assertEquals(Set.of(AdminScope.GRANT_PERMISSIONS, AdminScope.READ_APPLICATIONS),
				AdminScope.neededFor(plan.choosing(offered)));
		RegistrationResult result = apply(plan.choosing(offered), session);
		assertTrue(result.complete(), result::toString);
		assertEquals(before.stream().filter(each -> !each.equals(GRANTED)).toList(), granted());
		assertEquals(Set.of(), offered(plan(asking("shrinking", "Directory.Read.All"), session)));
	}

	@Test
	void undoingGrantsNothingAgain() throws Exception {
		AdminSession session = signIn(ADMIN);
		JournalRun first = run(register(asking("shrinking", "Sites.Read.All"), session));
		RegistrationPlan plan = plan(asking("shrinking"), session);
		JournalRun second = run(apply(plan.choosing(offered(plan)), session));
		List<String> after = granted();

		UndoResult refused = undo(second, session);
		assertEquals(List.of(UndoResult.Outcome.NOT_ATTEMPTED),
				refused.changes().stream().map(UndoResult.Undone::outcome).toList());
		assertEquals(Reason.REVOKED_ON_PURPOSE, refused.changes().get(0).failure().orElseThrow().reason());
		assertTrue(second.changes().get(0).irrevocable());
		assertEquals(after, granted());
		undone(first, session);
	}

	@Test
	void whatAnotherProfileAsksForIsNotOffered() throws Exception {
		AdminSession session = signIn(ADMIN);
		assertTrue(register(asking("another", "Sites.Read.All"), session).complete());
		assertEquals(Set.of(), offered(plan(asking("shrinking"), session)), "nobody knows what an unknown profile asks for");
	}

	@Test
	void whatSomebodyTookBackMeanwhileIsDone() throws Exception {
		AdminSession session = signIn(ADMIN);
		assertTrue(register(asking("shrinking", "Sites.Read.All"), session).complete());
		RegistrationPlan plan = plan(asking("shrinking"), session);
		String id = offered(plan).iterator().next();
		tenant.directory().revoke(tenant.scenario().applicationId(), "Microsoft Graph", "Sites.Read.All");
		tenant.directory().grant(tenant.scenario().applicationId(), "Microsoft Graph", "Sites.Read.All");
		assertEquals(Outcome.ALREADY_DONE, item(apply(plan.choosing(Set.of(id)), session), id).outcome());
		assertTrue(granted().contains(GRANTED), "somebody else's by now");
	}

	@Test
	void whoMayNotTakeItBackIsNotOfferedIt() throws Exception {
		assertTrue(register(asking("shrinking", "Sites.Read.All"), signIn(ADMIN)).complete());
		assertEquals(Set.of(), offered(plan(asking("shrinking"), signIn("apps@contoso.example"))));
	}
}
