package dev.latchkey.registration.graph.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.JournalRun.Change;
import dev.latchkey.registration.JournalRun.Outcome;
import dev.latchkey.registration.JournalRun.State;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.graph.Refusal;

/** Several consoles, or several threads of one, write at the same time. */
class SharedJournalTest extends JournalTest {

	@Test
	void nobodyElseCanGoOnWithARunMeanwhile() throws Exception {
		try (RunJournal run = journal.begin(plan)) {
			run.begin("certificate", "Certificate", KEY);
			FileJournal other = new FileJournal(folder());
			assertEquals(Reason.RUN_IN_USE,
					assertThrows(Refusal.class, () -> other.begin(plan.continuing(run.id()))).reason());
			assertEquals(Reason.RUN_IN_USE, assertThrows(Refusal.class, () -> other.undo(run.id())).reason());
			assertEquals(State.RUNNING, only().state());
		}
	}

	/** A second look must not take the lock away from who writes. */
	@Test
	void anotherConsolesRunIsTold() throws Exception {
		Process other = OtherConsole.start(folder(), temporary);
		try {
			for (int i = 0; i < 3; i++) {
				assertEquals(State.RUNNING, only().state());
			}
			assertEquals(Reason.RUN_IN_USE, assertThrows(Refusal.class, () -> journal.undo(only().id())).reason());
		} finally {
			other.destroyForcibly().waitFor();
		}
		assertEquals(State.INTERRUPTED, only().state());
		assertEquals(List.of(Outcome.BEGUN), outcomes(only()));
	}

	@Test
	void runsThatBeginAtTheSameTimeDoNotStumbleOverWhatTheOthersForget() throws Exception {
		for (int i = 0; i < 100; i++) {
			finished();
		}
		ExecutorService consoles = Executors.newFixedThreadPool(8);
		try {
			List<Future<UUID>> beginning = new ArrayList<>();
			for (int i = 0; i < 100; i++) {
				beginning.add(consoles.submit(this::finished));
			}
			for (Future<UUID> each : beginning) {
				each.get();
			}
		} finally {
			consoles.shutdownNow();
		}
	}

	@Test
	void manyWritersOfOneRunDoNotMixUp() throws Exception {
		ExecutorService writers = Executors.newFixedThreadPool(8);
		try (RunJournal run = journal.begin(plan)) {
			List<Future<?>> writing = new ArrayList<>();
			for (int i = 0; i < 200; i++) {
				String item = "grant:" + i;
				writing.add(writers.submit(() -> {
					run.begin(item, item, Map.of(Ids.APP_ROLE_ID, item)).done(Map.of(Ids.ASSIGNMENT_ID, item));
					return null;
				}));
			}
			for (Future<?> each : writing) {
				each.get();
			}
			run.finish();
		} finally {
			writers.shutdownNow();
		}
		JournalRun run = only();
		assertEquals(200, run.changes().stream().map(Change::itemId).distinct().count());
		for (Change change : run.changes()) {
			assertEquals(Outcome.DONE, change.outcome());
			assertEquals(change.itemId(), change.ids().get(Ids.APP_ROLE_ID));
			assertEquals(change.itemId(), change.ids().get(Ids.ASSIGNMENT_ID));
		}
	}
}
