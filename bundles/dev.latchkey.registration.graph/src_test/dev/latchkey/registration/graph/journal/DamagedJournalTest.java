package dev.latchkey.registration.graph.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.JournalRun.State;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.graph.Refusal;

/** Files that end anywhere, are damaged, or were written by another version. */
class DamagedJournalTest extends JournalTest {

	@Test
	void aFileThatEndsAnywhereIsTheRunUpToThere() throws Exception {
		try (RunJournal run = journal.begin(plan)) {
			run.begin("certificate", "Zertifikat «Ä»", KEY).done(Map.of());
			run.begin("declaration", "Declaration", Map.of()).failed();
			run.finish();
		}
		Path file = file();
		byte[] whole = Files.readAllBytes(file);
		int changes = 0;
		for (int length = 0; length < whole.length; length++) {
			Files.write(file, Arrays.copyOf(whole, length));
			assertEquals(List.of(), journal.problems());
			for (JournalRun run : seen()) {
				assertEquals(State.INTERRUPTED, run.state());
				assertTrue(run.changes().size() >= changes);
				changes = run.changes().size();
			}
		}
		assertEquals(2, changes);
	}

	@Test
	void whatWasHalfWrittenIsForgottenWhenTheRunGoesOn() throws Exception {
		UUID id = finished();
		Files.writeString(file(), "{\"record\":\"begun\",\"ti", StandardOpenOption.APPEND);
		assertEquals(State.INTERRUPTED, only().state());
		try (RunJournal run = journal.undo(id)) {
			run.undone(0);
			run.finish();
		}
		assertEquals(List.of(), journal.problems());
		assertEquals(State.UNDONE, only().state());
	}

	@Test
	void damageIsToldWithItsPlaceAndLeftAsItIs() throws Exception {
		UUID id = finished();
		byte[] whole = Files.readAllBytes(file());
		String[] lines = new String(whole, StandardCharsets.UTF_8).split("\n");
		for (int line = 0; line < lines.length; line++) {
			String[] damaged = lines.clone();
			damaged[line] = damaged[line].replace("\"record\"", "\"rec\0rd\"");
			String text = String.join("\n", damaged) + '\n';
			Files.writeString(file(), text);
			assertEquals(List.of(), seen());
			String problem = journal.problems().get(0);
			assertTrue(problem.contains("line " + (line + 1)) && problem.contains(file().toString()), problem);
			assertEquals(Reason.JOURNAL_UNUSABLE, assertThrows(Refusal.class, () -> journal.undo(id)).reason());
			assertEquals(text, Files.readString(file()));
		}
	}

	@Test
	void aNewerVersionsFileIsLeftAlone() throws Exception {
		UUID id = finished();
		String newer = Files.readString(file()).replace("\"schema\":1", "\"schema\":2").replace("\"done\"", "\"doubted\"");
		Files.writeString(file(), newer);
		assertEquals(List.of(), seen());
		assertTrue(journal.problems().get(0).contains("newer version"), journal.problems()::toString);
		assertEquals(Reason.JOURNAL_UNUSABLE, assertThrows(Refusal.class, () -> journal.undo(id)).reason());
		finished();
		assertEquals(1, seen().size());
	}
}
