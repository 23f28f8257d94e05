package dev.latchkey.ui.internal.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.ItemResult;
import dev.latchkey.registration.ItemResult.Outcome;
import dev.latchkey.registration.PlanItem;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.Verification;
import dev.latchkey.registration.Verification.Check;
import dev.latchkey.registration.Verification.State;
import dev.latchkey.registration.Verification.Subject;
import dev.latchkey.ui.internal.connect.ConnectProgress.Phase;

class ActionRowsTest {

	private final ActionRows rows = new ActionRows(true, List.of(Subject.GRAPH, Subject.SHAREPOINT, Subject.SHAREPOINT_PLAN));

	private static ItemResult item(String appId, Outcome outcome) {
		PlanItem item = new PlanItem.CreateServicePrincipal(
				new PlanItem.Standing(PlanItem.State.TO_DO, Optional.empty(), "", List.of()), appId, appId);
		return new ItemResult(item, outcome, Duration.ofSeconds(1), Optional.empty(), Optional.empty());
	}

	private List<Standing> standings(ConnectProgress progress) {
		return rows.of(progress).stream().map(ActionRow::standing).toList();
	}

	@Test
	void everythingWaitsAtFirst() {
		assertEquals(List.of(Standing.WAITING, Standing.WAITING, Standing.WAITING, Standing.WAITING),
				standings(ConnectProgress.START));
	}

	@Test
	void partialSuccessIsNeitherSuccessNorFailure() {
		RegistrationResult result = new RegistrationResult(List.of(item("a", Outcome.DONE), item("b", Outcome.FAILED)), Optional.empty());
		assertEquals(Standing.PARTLY_DONE, standings(ConnectProgress.START.with(result).in(Phase.PROVING)).get(0));
	}

	@Test
	void whatWasThereBeforeIsNotSaidToBeDone() {
		RegistrationResult result = new RegistrationResult(List.of(item("a", Outcome.ALREADY_DONE)), Optional.empty());
		assertEquals(Standing.ALREADY_DONE, standings(ConnectProgress.START.with(result).in(Phase.PROVING)).get(0));
	}

	@Test
	void theConfigurationTakesAsLongAsItsItems() {
		RegistrationResult result = new RegistrationResult(List.of(item("a", Outcome.DONE), item("b", Outcome.DONE)), Optional.empty());
		assertEquals(Duration.ofSeconds(2), rows.of(ConnectProgress.START.with(result)).get(0).duration());
	}

	@Test
	void aFailureBeforeWritingStandsWithTheConfiguration() {
		ConnectProgress failed = ConnectProgress.START.in(Phase.WRITING).failed(Failure.of(Reason.SESSION_ENDED));
		assertEquals(List.of(Standing.FAILED, Standing.SKIPPED, Standing.SKIPPED, Standing.SKIPPED), standings(failed));
		assertTrue(rows.of(failed).get(0).text().contains("Sign in again"));
	}

	@Test
	void aFailedCheckTellsCauseCodeAndCorrelation() {
		Failure failure = new Failure(Reason.CLOCK_SKEW, List.of(), "AADSTS700024", "c0rr", Instant.EPOCH);
		Check check = new Check(Subject.GRAPH, State.FAILED, Duration.ZERO, List.of(), List.of("Graph: X"),
				Optional.empty(), Optional.of(failure));
		ActionRow row = rows
				.of(ConnectProgress.START.with(new Verification(List.of(check), Optional.empty())).in(Phase.ENDED)).get(1);
		assertEquals(Standing.FAILED, row.standing());
		for (String part : List.of("Set it right", "AADSTS700024", "c0rr", "Graph: X")) {
			assertTrue(row.text().contains(part), row.text());
		}
		assertEquals(Standing.FAILED, row.parts().get(0).standing());
	}
}
