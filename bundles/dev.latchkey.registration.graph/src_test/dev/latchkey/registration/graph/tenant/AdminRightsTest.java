package dev.latchkey.registration.graph.tenant;

import static dev.latchkey.registration.Resource.EXCHANGE_ONLINE;
import static dev.latchkey.registration.Resource.MICROSOFT_GRAPH;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

class AdminRightsTest {

	private static final String EVERYBODY = "b79fbf4d-3ef9-4689-8143-76b194e85509";
	private static final String GLOBAL = "62e90394-69f5-4237-9190-012177145e10";
	private static final String PRIVILEGED = "e8611ab8-c189-46e8-94e1-60213ab1f814";
	private static final String APPLICATIONS = "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3";

	@Test
	void unknownRolesRuleNothingOut() {
		AdminRights rights = new AdminRights(Set.of(), false);
		assertEquals(Optional.empty(), rights.lackingToGrant(MICROSOFT_GRAPH));
		assertEquals(Optional.empty(), rights.lackingToAssignRoles());
		assertEquals(Optional.empty(),
				new AdminRights(Set.of(EVERYBODY, "11111111-2222-3333-4444-555555555555"), false).lackingToAssignRoles());
	}

	@Test
	void aGlobalAdministratorMayEverything() {
		AdminRights rights = new AdminRights(Set.of(EVERYBODY, GLOBAL), false);
		assertEquals(Optional.empty(), rights.lackingToGrant(MICROSOFT_GRAPH));
		assertEquals(Optional.empty(), rights.lackingToAssignRoles());
	}

	@Test
	void anApplicationAdministratorMayGrantAllButGraphs() {
		AdminRights rights = new AdminRights(Set.of(EVERYBODY, APPLICATIONS), false);
		assertEquals(Optional.empty(), rights.lackingToGrant(EXCHANGE_ONLINE));
		assertEquals(Optional.of("Privileged Role Administrator"), rights.lackingToGrant(MICROSOFT_GRAPH));
		assertEquals(Optional.of("Privileged Role Administrator"), rights.lackingToAssignRoles());
	}

	@Test
	void anOrdinaryUserMayGrantNothing() {
		AdminRights rights = new AdminRights(Set.of(EVERYBODY), false);
		assertEquals(Optional.of("Application Administrator"), rights.lackingToGrant(EXCHANGE_ONLINE));
		assertEquals(Optional.of("Privileged Role Administrator"), rights.lackingToGrant(MICROSOFT_GRAPH));
	}

	@Test
	void theApplicationIsChangedByItsAdministratorsAndOwners() {
		for (String role : Set.of(GLOBAL, APPLICATIONS)) {
			assertEquals(Optional.empty(), new AdminRights(Set.of(role), false).lackingToChange());
			assertEquals(Optional.empty(), new AdminRights(Set.of(role), false).lackingToCreate(false));
		}
		for (String role : Set.of(EVERYBODY, PRIVILEGED)) {
			assertEquals(Optional.of("Application Administrator"), new AdminRights(Set.of(role), false).lackingToChange());
			assertEquals(Optional.of("Application Administrator"),
					new AdminRights(Set.of(role), true).lackingToCreate(false));
			assertEquals(Optional.empty(), new AdminRights(Set.of(role), true).lackingToCreate(true));
			assertEquals(Optional.empty(), new AdminRights(Set.of(role), true).lackingToChange());
		}
	}

	@Test
	void aPrivilegedRoleAdministratorMayGrantAll() {
		AdminRights rights = new AdminRights(Set.of(EVERYBODY, PRIVILEGED), false);
		assertEquals(Optional.empty(), rights.lackingToGrant(MICROSOFT_GRAPH));
		assertEquals(Optional.empty(), rights.lackingToGrant(EXCHANGE_ONLINE));
		assertEquals(Optional.empty(), rights.lackingToAssignRoles());
	}
}
