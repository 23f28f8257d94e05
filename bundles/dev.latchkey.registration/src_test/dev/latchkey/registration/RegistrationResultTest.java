package dev.latchkey.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.latchkey.registration.ItemResult.Outcome;
import dev.latchkey.registration.JournalRun.Change;
import dev.latchkey.registration.PermissionProfile.PermissionNeed;
import dev.latchkey.registration.PlanItem.Standing;
import dev.latchkey.registration.PlanItem.State;
import dev.latchkey.registration.RegistrationPlan.ExistingCertificate;

/** What is missing after a plan was carried out, and what the one who does it is asked for. */
class RegistrationResultTest {

	private static Standing standing(State state) {
		return new Standing(state, Optional.empty(), "", List.of());
	}

	private static ItemResult result(PlanItem item, Outcome outcome) {
		return new ItemResult(item, outcome, Duration.ZERO, Optional.empty(), Optional.empty());
	}

	private static PlanItem principal() {
		return new PlanItem.CreateServicePrincipal(standing(State.TO_DO), "a", "A");
	}

	private static PlanItem grant() {
		return new PlanItem.GrantPermission(standing(State.NOT_ALLOWED),
				new PermissionNeed(Resource.MICROSOFT_GRAPH, "Group.Read.All", Set.of(Service.EXCHANGE), ""));
	}

	private static PlanItem removal(State state) {
		return new PlanItem.RemoveCertificate(standing(state), new ExistingCertificate("k", "", "", Optional.empty()));
	}

	@Test
	void whatIsOnlyOfferedIsNotMissing() {
		RegistrationResult result = new RegistrationResult(
				List.of(result(principal(), Outcome.DONE), result(removal(State.OFFERED), Outcome.NOT_ATTEMPTED)),
				Optional.empty());
		assertTrue(result.complete());
		assertFalse(new RegistrationResult(List.of(result(removal(State.TO_DO), Outcome.NOT_ATTEMPTED)), Optional.empty())
				.complete());
	}

	@Test
	void theRestNeedsNoMoreThanTheRest() {
		RegistrationResult result = new RegistrationResult(
				List.of(result(principal(), Outcome.DONE), result(grant(), Outcome.NOT_ATTEMPTED)), Optional.empty());
		assertEquals(Set.of(AdminScope.READ_APPLICATIONS, AdminScope.GRANT_PERMISSIONS), AdminScope.neededFor(result));
	}

	@Test
	void undoingNeedsNoMoreThanWhatIsThere() {
		JournalRun run = new JournalRun(UUID.randomUUID(), Instant.EPOCH, JournalRun.State.FINISHED, "global", "t", "d", "a",
				"A", Set.of(Service.EXCHANGE), Optional.empty(), "p", "c",
				List.of(change(PlanItem.AddCertificate.ID, JournalRun.Outcome.FAILED),
						change(grant().id(), JournalRun.Outcome.DONE),
						change("role:1", JournalRun.Outcome.BEGUN)));
		assertEquals(Set.of(AdminScope.READ_APPLICATIONS, AdminScope.GRANT_PERMISSIONS, AdminScope.ASSIGN_ROLES),
				AdminScope.neededFor(run));
	}

	private static Change change(String itemId, JournalRun.Outcome outcome) {
		return new Change(itemId, itemId, outcome, Map.of(), Instant.EPOCH);
	}
}
