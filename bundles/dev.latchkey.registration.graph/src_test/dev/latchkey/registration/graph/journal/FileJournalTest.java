package dev.latchkey.registration.graph.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.JournalRun.Change;
import dev.latchkey.registration.JournalRun.Outcome;
import dev.latchkey.registration.JournalRun.State;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.Thumbprint;
import dev.latchkey.registration.graph.journal.ChangeLog.Begun;

class FileJournalTest extends JournalTest {

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

	private static void refused(Reason reason, org.junit.jupiter.api.function.Executable call) {
		RegistrationException thrown = assertThrows(RegistrationException.class, call);
		assertEquals(reason, thrown.reason());
		assertFalse(thrown.getLocalizedMessage().isBlank());
	}
}
