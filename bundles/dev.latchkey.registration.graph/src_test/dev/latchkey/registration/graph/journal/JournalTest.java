package dev.latchkey.registration.graph.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.JournalRun.Change;
import dev.latchkey.registration.JournalRun.Outcome;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationPlan;

/** A journal in a folder of its own, and what a console that starts now finds there. */
abstract class JournalTest {

	static final Map<String, String> KEY = Map.of(Ids.KEY_ID, "5c4c3cf2-3a35-4b3f-8a57-8b1b5b9a6f58");

	@TempDir
	Path temporary;

	static RegistrationPlan plan;
	FileJournal journal;

	@BeforeAll
	static void makePlan(@TempDir Path folder) throws Exception {
		plan = Plans.plan(folder);
	}

	@BeforeEach
	final void prepare() {
		journal = new FileJournal(folder());
	}

	final Path folder() {
		return temporary.resolve("configuration/dev.latchkey.registration/journal");
	}

	/** What a console that starts now sees. */
	final List<JournalRun> seen() throws RegistrationException {
		return new FileJournal(folder()).runs();
	}

	final JournalRun only() throws RegistrationException {
		List<JournalRun> runs = seen();
		assertEquals(1, runs.size(), runs::toString);
		return runs.get(0);
	}

	final Path file() throws Exception {
		try (Stream<Path> files = Files.list(folder())) {
			return files.findFirst().orElseThrow();
		}
	}

	static List<Outcome> outcomes(JournalRun run) {
		return run.changes().stream().map(Change::outcome).toList();
	}

	final UUID finished() throws Exception {
		return finishedOf(plan);
	}

	final UUID finishedOf(RegistrationPlan what) throws Exception {
		try (RunJournal run = journal.begin(what)) {
			run.begin("certificate", "Certificate", KEY).done(Map.of());
			run.finish();
			return run.id();
		}
	}
}
