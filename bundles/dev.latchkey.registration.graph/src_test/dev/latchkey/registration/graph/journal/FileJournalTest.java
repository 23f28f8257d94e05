package dev.latchkey.registration.graph.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.JournalRun.Change;
import dev.latchkey.registration.JournalRun.Outcome;
import dev.latchkey.registration.JournalRun.State;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.Thumbprint;
import dev.latchkey.registration.graph.journal.ChangeLog.Begun;

class FileJournalTest {

	private static final Map<String, String> KEY = Map.of(Ids.KEY_ID, "5c4c3cf2-3a35-4b3f-8a57-8b1b5b9a6f58");

	private static final String ANOTHER = "c5d1a8a4-40a5-4a31-93e7-e3a9d8a31f8e";

	@TempDir
	Path temporary;

	private static RegistrationPlan plan;
	private FileJournal journal;

	@BeforeAll
	static void makePlan(@TempDir Path folder) throws Exception {
		plan = Plans.plan(folder);
	}

	@BeforeEach
	void prepare() {
		journal = new FileJournal(folder());
	}

	private Path folder() {
		return temporary.resolve("configuration/dev.latchkey.registration/journal");
	}

	/** What a console that starts now sees. */
	private List<JournalRun> seen() throws RegistrationException {
		return new FileJournal(folder()).runs();
	}

	private JournalRun only() throws RegistrationException {
		List<JournalRun> runs = seen();
		assertEquals(1, runs.size(), runs::toString);
		return runs.get(0);
	}

	private Path file() throws Exception {
		try (Stream<Path> files = Files.list(folder())) {
			return files.findFirst().orElseThrow();
		}
	}

	private static List<Outcome> outcomes(JournalRun run) {
		return run.changes().stream().map(Change::outcome).toList();
	}

	@Test
	void tellsWhoAndWhatAndNoSecret() throws Exception {
		try (RunJournal run = journal.begin(plan)) {
			run.begin("certificate", "Zertifikat «Ä»", KEY).done(Map.of());
			run.finish();
			JournalRun told = only();
			assertEquals(run.id(), told.id());
			assertEquals("global", told.cloudId());
			assertEquals("6fa3ae01-7051-4bb2-8e10-30bdf3684478", told.tenantId());
			assertEquals("contoso.example", told.domain());
			assertEquals("26b0eb55-8145-4eb8-b4a0-577b452cb3aa", told.applicationId());
			assertEquals("Console", told.applicationName());
			assertEquals(Set.of(Service.EXCHANGE, Service.SHAREPOINT), told.services());
			assertEquals("admin@contoso.example", told.account().orElseThrow());
			assertEquals("nothing", told.profileId());
			assertEquals(Thumbprint.sha256(plan.request().certificate().certificate()), told.certificate());
			Change change = told.changes().get(0);
			assertEquals("Zertifikat «Ä»", change.title());
			assertEquals(KEY, change.ids());
		}
	}

	@Test
	void whatIsBegunIsWrittenWhenItMayBeSent() throws Exception {
		try (RunJournal run = journal.begin(plan)) {
			Begun first = run.begin("certificate", "Certificate", KEY);
			assertEquals(List.of(Outcome.BEGUN), outcomes(only()));
			first.done(Map.of(Ids.ASSIGNMENT_ID, "a"));
			assertEquals(Map.of(Ids.KEY_ID, KEY.get(Ids.KEY_ID), Ids.ASSIGNMENT_ID, "a"), only().changes().get(0).ids());
			run.begin("declaration", "Declaration", Map.of()).failed();
			assertEquals(List.of(Outcome.DONE, Outcome.FAILED), outcomes(only()));
			assertEquals(State.RUNNING, only().state());
			run.finish();
		}
		assertEquals(State.FINISHED, only().state());
		assertTrue(only().leftSomething());
	}

	@Test
	void aRunThatChangedNothingLeavesNothing() throws Exception {
		try (RunJournal run = journal.begin(plan)) {
			assertEquals(List.of(), seen());
			run.finish();
		}
		try (Stream<Path> files = Files.list(folder())) {
			assertEquals(0, files.count());
		}
	}

	@Test
	void whatIsTakenBackIsTold() throws Exception {
		UUID id = finished();
		try (RunJournal run = journal.undo(id)) {
			run.undoing(0);
			run.undone(0);
			run.finish();
		}
		assertEquals(State.UNDONE, only().state());
		assertFalse(only().leftSomething());
		assertEquals(List.of(Outcome.UNDONE), outcomes(only()));
	}

	@Test
	void anUndoThatBrokeOffIsInterrupted() throws Exception {
		UUID id = finished();
		try (RunJournal run = journal.undo(id)) {
			run.undoing(0);
		}
		assertEquals(State.INTERRUPTED, only().state());
		assertEquals(List.of(Outcome.DONE), outcomes(only()));
	}

	private UUID finished() throws Exception {
		return finishedOf(plan);
	}

	private UUID finishedOf(RegistrationPlan what) throws Exception {
		try (RunJournal run = journal.begin(what)) {
			run.begin("certificate", "Certificate", KEY).done(Map.of());
			run.finish();
			return run.id();
		}
	}

	@Test
	void anInterruptedRunIsAskedAboutUntilItIsSettled() throws Exception {
		UUID id;
		try (RunJournal run = journal.begin(plan)) {
			run.begin("certificate", "Certificate", KEY);
			id = run.id();
			refused(Reason.RUN_IN_USE, () -> journal.settle(id));
		}
		assertEquals(List.of(id), journal.interrupted().stream().map(JournalRun::id).toList());
		journal.settle(id);
		assertEquals(List.of(), journal.interrupted());
		assertTrue(only().leftSomething());
	}

	@Test
	void aRunThatIsContinuedIsOneRun() throws Exception {
		try (RunJournal run = journal.begin(plan)) {
			run.begin("certificate", "Certificate", KEY);
		}
		try (RunJournal run = journal.begin(plan.continuing(only().id()))) {
			run.done(0, Map.of());
			run.begin("declaration", "Declaration", Map.of()).done(Map.of());
			run.finish();
		}
		assertEquals(List.of(Outcome.DONE, Outcome.DONE), outcomes(only()));
		assertEquals(State.FINISHED, only().state());
	}

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

	@Test
	void aPlaceThatCannotBeWrittenIsSaidBeforeAnything() throws Exception {
		Files.createDirectories(folder().getParent());
		Files.writeString(folder(), "Not a folder");
		Refusal refusal = assertThrows(Refusal.class, () -> journal.begin(plan));
		assertEquals(Reason.JOURNAL_UNUSABLE, refusal.reason());
		assertEquals(List.of(folder().toString()), refusal.failure().arguments());
	}

	@Test
	void nobodyElseCanReadIt() throws Exception {
		assumeTrue(Files.getFileStore(temporary).supportsFileAttributeView("posix"));
		finished();
		assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
		assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())));
	}

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

	private static void refused(Reason reason, org.junit.jupiter.api.function.Executable call) {
		RegistrationException thrown = assertThrows(RegistrationException.class, call);
		assertEquals(reason, thrown.reason());
		assertFalse(thrown.getLocalizedMessage().isBlank());
	}
}
