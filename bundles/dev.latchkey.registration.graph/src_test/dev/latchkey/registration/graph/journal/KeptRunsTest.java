package dev.latchkey.registration.graph.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.JournalRun.State;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationRequest;

/** Which runs stay, and how those of one application are found among those of others. */
class KeptRunsTest extends JournalTest {

	private static final String ANOTHER = "c5d1a8a4-40a5-4a31-93e7-e3a9d8a31f8e";

	@Test
	void ofEachApplicationTheHundredNewestStayAndEveryInterruptedOne() throws Exception {
		UUID another = finishedOf(planOf(ANOTHER));
		try (RunJournal run = journal.begin(plan)) {
			run.begin("certificate", "Certificate", KEY);
		}
		UUID interrupted = seen().get(0).id();
		UUID oldest = finished();
		List<UUID> newest = new ArrayList<>();
		for (int i = 0; i < 100; i++) {
			newest.add(0, finished());
		}
		finished();
		List<UUID> kept = seen().stream().map(JournalRun::id).toList();
		assertEquals(newest, kept.subList(1, 101));
		assertEquals(List.of(interrupted, another), kept.subList(101, 103));
		assertFalse(kept.contains(oldest));
	}

	private static RegistrationPlan planOf(String applicationId) {
		RegistrationRequest asked = plan.request();
		return new RegistrationPlan(new RegistrationRequest(asked.tenant(), asked.account(), asked.services(), applicationId,
				asked.certificate(), asked.profile()), plan.application(), Optional.empty(), List.of(), Optional.empty());
	}

	@Test
	void theRunsOfAnotherApplicationAreNotEvenOpened() throws Exception {
		UUID own = finished();
		finishedOf(planOf(ANOTHER));
		List<Path> read = new RunFolder(folder()).files(plan.request().applicationId());
		assertEquals(List.of(new RunFolder(folder()).file(own)), read);
		assertEquals(List.of(own), journal.runs(plan.request().applicationId()).stream().map(JournalRun::id).toList());
	}

	@Test
	void aRunThatAnEarlierVersionNamedIsStillOne() throws Exception {
		UUID id = finished();
		Files.move(file(), folder().resolve(id + ".jsonl"));
		assertEquals(List.of(id), journal.runs(plan.request().applicationId()).stream().map(JournalRun::id).toList());
		assertEquals(List.of(), journal.runs(ANOTHER));
		try (RunJournal run = journal.undo(id)) {
			run.undone(0);
			run.finish();
		}
		assertEquals(State.UNDONE, only().state());
	}

	@Test
	void anApplicationsNameIsNoPath() throws Exception {
		finishedOf(planOf("../../another/one"));
		assertEquals(folder(), file().getParent());
		assertEquals(1, journal.runs("../../another/one").size());
	}
}
