package dev.latchkey.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.latchkey.connection.Connection;
import dev.latchkey.registration.AdminScope;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.Wait;
import dev.latchkey.ui.internal.WidgetIds;

/** What the wizard offers when not everything could be done, or not everything is wanted any more. */
class NextStepsTest {

	@TempDir
	private Path folder;
	private OpenWizard wizard;
	private WidgetDriver driver;

	@BeforeEach
	void open() {
		wizard = new OpenWizard();
		driver = wizard.driver();
	}

	@AfterEach
	void close() {
		wizard.close();
	}

	private void review() {
		wizard.fillApplication();
		wizard.signIn();
		wizard.next();
		wizard.waitForPage("Review");
		driver.waitUntil("plan", wizard::nextEnabled);
	}

	private void connectPartly() {
		wizard.registration().forbidden = Optional
				.of(ScriptedRegistration.failure(Reason.ROLE_REQUIRED, "Privileged Role Administrator"));
		wizard.registration().refused = Optional
				.of(ScriptedRegistration.failure(Reason.PERMISSIONS_MISSING, "Microsoft Graph: Group.Read.All"));
		review();
		wizard.next();
		wizard.waitForPage("Connect");
		driver.waitUntil("over", () -> driver.enabled(WidgetIds.CONNECT_RETRY));
	}

	@Test
	void aPartTellsWhatIsLeftAndWhoCanDoIt() {
		connectPartly();
		String state = driver.text(WidgetIds.CONNECT_STATE);
		assertTrue(state.matches("(?s)Items in place: \\d+ of \\d+\\..*"), state);
		assertTrue(state.contains("Left for a Privileged Role Administrator: Microsoft Graph: "), state);
		for (String button : Set.of(WidgetIds.CONNECT_OTHER, WidgetIds.CONNECT_HAND_OVER, WidgetIds.CONNECT_UNDO)) {
			assertTrue(driver.enabled(button), button);
		}
		wizard.keep("connect-partly");
	}

	@Test
	void anotherAdministratorDoesTheRestInTheSameRun() {
		connectPartly();
		int before = wizard.registration().journal.runs().get(0).changes().size();
		driver.click(WidgetIds.CONNECT_OTHER);
		wizard.waitForPage("Sign In");
		wizard.registration().forbidden = Optional.empty();
		wizard.registration().refused = Optional.empty();
		wizard.registration().signIns.add(Optional.empty());
		driver.waitUntil("signed in", wizard::nextEnabled);
		assertEquals(Set.of(AdminScope.READ_APPLICATIONS, AdminScope.GRANT_PERMISSIONS),
				wizard.registration().asked.get(wizard.registration().asked.size() - 1));
		assertEquals(1, wizard.registration().openSessions.get());
		wizard.next();
		wizard.waitForPage("Review");
		driver.waitUntil("plan", wizard::nextEnabled);
		assertTrue(driver.rows(WidgetIds.REVIEW_ITEMS).get(0).contains("Already there"),
				driver.rows(WidgetIds.REVIEW_ITEMS).get(0));
		wizard.keep("review-rest");
		wizard.next();
		driver.waitUntil("proven", wizard::finishEnabled);
		assertEquals(1, wizard.registration().journal.runs().size());
		assertTrue(wizard.registration().journal.runs().get(0).changes().size() > before);
	}

	@Test
	void whatIsLeftCanBeHandedOverAndSavedUnverified() {
		connectPartly();
		Path zip = folder.resolve("packet.zip");
		driver.click(WidgetIds.CONNECT_HAND_OVER);
		wizard.keep(driver.shell(OpenWizard.HAND_OVER_TITLE), "handover");
		driver.type(WidgetIds.DOCUMENT_PATH, "packet");
		assertFalse(driver.enabledText("Finish"));
		driver.type(WidgetIds.DOCUMENT_PATH, zip.toString());
		driver.clickText("Finish");
		driver.waitUntil("written", () -> !driver.hasShell(OpenWizard.HAND_OVER_TITLE));
		assertTrue(Files.isRegularFile(zip));
		wizard.waitForMessage("Written to packet.zip");
		wizard.keep("connect-handed-over");
		driver.click(WidgetIds.SAVE_UNVERIFIED);
		driver.waitUntil("finish", wizard::finishEnabled);
		driver.clickText("Finish");
		driver.waitUntil("saved", () -> !wizard.saved().isEmpty());
		assertEquals(Connection.State.NOT_VERIFIED, wizard.saved().get(0).state());
	}

	@Test
	void thePlanIsSavedAsTextOrJsonByItsEnding() throws Exception {
		review();
		for (String ending : Set.of("txt", "json")) {
			Path file = folder.resolve("plan." + ending);
			driver.click(WidgetIds.REVIEW_SAVE);
			driver.shell(OpenWizard.SAVE_TITLE);
			driver.type(WidgetIds.DOCUMENT_PATH, folder.resolve("plan.doc").toString());
			assertFalse(driver.enabledText("Finish"));
			driver.type(WidgetIds.DOCUMENT_PATH, file.toString());
			driver.clickText("Finish");
			wizard.waitForMessage("written to plan." + ending);
			assertEquals(ending.equals("json"), Files.readString(file).startsWith("{"));
		}
		assertEquals(0, wizard.registration().journal.runs().size());
	}

	@Test
	void undoingListsAndTakesBackAndTells() {
		connectPartly();
		driver.click(WidgetIds.CONNECT_UNDO);
		wizard.keep(driver.shell(OpenWizard.UNDO_TITLE), "undo-confirm");
		driver.clickText("Undo Changes");
		wizard.waitForPage("Undo");
		driver.waitUntil("undone", wizard::finishEnabled);
		assertTrue(driver.text(WidgetIds.UNDO_STATE).contains("seen to be gone"));
		assertTrue(driver.rows(WidgetIds.UNDO_ACTIONS).stream().allMatch(row -> row.endsWith("| Taken back")));
		assertFalse(driver.enabledText("< Back"));
		wizard.keep("undo-done");
		driver.clickText("Finish");
		driver.waitUntil("closed", () -> !driver.hasShell(OpenWizard.TITLE));
		assertEquals(0, wizard.saved().size());
		assertEquals(JournalRun.State.UNDONE, wizard.registration().journal.runs().get(0).state());
	}

	@Test
	void whatCantBeTakenBackIsTold() {
		connectPartly();
		wizard.registration().stays = Optional
				.of(ScriptedRegistration.failure(Reason.ROLE_REQUIRED, "Privileged Role Administrator"));
		driver.click(WidgetIds.CONNECT_UNDO);
		driver.shell(OpenWizard.UNDO_TITLE);
		driver.clickText("Undo Changes");
		wizard.waitForPage("Undo");
		driver.waitUntil("over", () -> driver.enabled(WidgetIds.UNDO_RETRY));
		assertTrue(driver.text(WidgetIds.UNDO_STATE).startsWith("There still: Directory role Global Reader"));
		assertTrue(driver.text(WidgetIds.UNDO_DETAILS).contains("It needs the role Privileged Role Administrator"));
		assertFalse(wizard.finishEnabled());
		wizard.keep("undo-partly");
		driver.clickText("Cancel");
		driver.shell(OpenWizard.LEAVE_TITLE);
		driver.clickText("Back to the Wizard");
		wizard.registration().stays = Optional.empty();
		driver.click(WidgetIds.UNDO_RETRY);
		driver.waitUntil("undone", wizard::finishEnabled);
	}

	@Test
	void leavingAsksWhatIsToBecomeOfTheChanges() {
		connectPartly();
		driver.clickText("Cancel");
		wizard.keep(driver.shell(OpenWizard.LEAVE_TITLE), "leave");
		assertTrue(driver.hasText("Certificate CN=Latchkey"));
		driver.clickText("Back to the Wizard");
		driver.waitUntil("back", () -> !driver.hasShell(OpenWizard.LEAVE_TITLE));
		assertEquals("Connect", wizard.pageTitle());
		driver.clickText("Cancel");
		driver.shell(OpenWizard.LEAVE_TITLE);
		driver.clickText("Keep Changes");
		driver.waitUntil("closed", () -> !driver.hasShell(OpenWizard.TITLE));
		assertEquals(JournalRun.State.FINISHED, wizard.registration().journal.runs().get(0).state());
	}

	@Test
	void leavingCanUndo() {
		connectPartly();
		driver.clickText("Cancel");
		driver.shell(OpenWizard.LEAVE_TITLE);
		driver.clickText("Undo Changes");
		wizard.waitForPage("Undo");
		driver.waitUntil("undone", wizard::finishEnabled);
		driver.clickText("Cancel");
		driver.waitUntil("closed without another question", () -> !driver.hasShell(OpenWizard.TITLE));
	}

	@Test
	void waitingCountsDownAndTellsWhy() {
		wizard.registration().waiting = Optional.of(new Wait(ScriptedRegistration.failure(Reason.THROTTLED, "30"),
				Instant.now().plus(Duration.ofMinutes(5))));
		wizard.registration().stepwise = true;
		review();
		wizard.next();
		wizard.waitForPage("Connect");
		driver.waitUntil("countdown", () -> row("Certificate CN=Latchkey").contains("Next try in 4:5"));
		String before = row("Certificate CN=Latchkey");
		driver.waitUntil("it goes on", () -> !row("Certificate CN=Latchkey").equals(before));
		wizard.keep("connect-waiting");
	}

	private String row(String part) {
		return driver.rows(WidgetIds.CONNECT_ACTIONS).stream().filter(row -> row.contains(part)).findFirst().orElse("");
	}
}
