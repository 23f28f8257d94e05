package dev.latchkey.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionRemoval;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.registration.Tenant;
import dev.latchkey.registration.UndoResult;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.remove.RemoveWizard;

/** Removes connections, and moves them to another computer; what is done in an organization is scripted. */
class RemoveTest {

	private static final String TITLE = "Remove Organizations";

	private final TestServices services = new TestServices();
	private final ConnectionService connections = services.get().connections();
	private final Workbench workbench = new Workbench();
	private TaskWizards wizard;
	private Connection contoso;

	@TempDir
	private Path folder;

	/** Knows the scripted journal's runs, and takes them back by the scripted registration. */
	private final class ScriptedRemoval implements ConnectionRemoval {

		@Override
		public Added added(UUID id, Optional<Cloud> cloud) throws ConnectionException {
			return new Added(contoso, new Tenant(MicrosoftClouds.GLOBAL, contoso.tenantId(), contoso.domain()),
					services.registration().journal.runs().stream()
							.map(run -> new Leftover(run, run.changes(), List.of())).toList());
		}

		@Override
		public TakenBack takeBack(Added added, AdminSession session, Consumer<TakenBack> progress, IProgressMonitor monitor) {
			JournalRun run = added.runs().get(0);
			return of(run, services.registration().undo(run, session, soFar -> progress.accept(of(run, soFar)), monitor));
		}

		private TakenBack of(JournalRun run, UndoResult result) {
			return new TakenBack(List.of(new Outcome(run, Optional.of(result), Optional.empty())));
		}
	}

	@BeforeEach
	void save() throws ConnectionException {
		workbench.clear();
		contoso = connections.save(TaskWizards.connection("Contoso", "1", 20).revised(0));
	}

	@AfterEach
	void forget() throws ConnectionException {
		if (wizard != null) {
			wizard.close();
		}
		workbench.clear();
		for (Connection connection : connections.list()) {
			connections.remove(connection.id());
		}
		services.release();
	}

	private WidgetDriver open(Connection... chosen) {
		wizard = new TaskWizards(TITLE,
				() -> new RemoveWizard(List.of(chosen), services.registration(), new ScriptedRemoval(), connections));
		return wizard.driver();
	}

	@Test
	void thisConsoleAloneIsTheDefault() throws ConnectionException {
		services.registration().journal.interrupted("a".repeat(64));
		WidgetDriver driver = open(contoso);
		driver.waitUntil("what was added", () -> driver.text(WidgetIds.REMOVE_ITEMS).contains("Microsoft Graph: Group.Read.All"));
		assertTrue(driver.checked(WidgetIds.REMOVE_CONSOLE));
		wizard.keep("remove");
		driver.clickText("Finish");
		driver.waitUntil("closed", wizard::closed);
		assertEquals(List.of(), connections.list());
		assertTrue(services.registration().asked.isEmpty());
	}

	@Test
	void whatWasAddedGoesWithIt() throws ConnectionException {
		services.registration().journal.interrupted("a".repeat(64));
		WidgetDriver driver = open(contoso);
		driver.click(WidgetIds.REMOVE_TENANT);
		assertFalse(driver.enabledText("Finish"));
		wizard.next();
		services.registration().signIns.add(Optional.empty());
		driver.waitUntil("signed in", () -> driver.enabledText("Next >"));
		wizard.next();
		driver.waitUntil("taken back", () -> driver.text(WidgetIds.REMOVE_STATE).equals("What was added is gone."));
		wizard.keep("remove-done");
		assertEquals(List.of(contoso), connections.list());
		driver.clickText("Finish");
		driver.waitUntil("closed", wizard::closed);
		assertEquals(List.of(), connections.list());
		assertEquals(0, services.registration().openSessions.get());
	}

	@Test
	void severalAreRemovedFromThisConsoleAlone() throws ConnectionException {
		Connection fabrikam = connections.save(TaskWizards.connection("Fabrikam", "2", 20).revised(0));
		WidgetDriver driver = open(contoso, fabrikam);
		assertFalse(driver.enabled(WidgetIds.REMOVE_TENANT));
		driver.clickText("Finish");
		driver.waitUntil("closed", wizard::closed);
		assertEquals(List.of(), connections.list());
	}

	@Test
	void connectionsMoveToAnotherComputer() throws Exception {
		WidgetDriver driver = workbench.driver();
		Path file = exported();
		connections.remove(contoso.id());
		command("dev.latchkey.ui.importConnections");
		driver.type(WidgetIds.IMPORT_PATH, damaged().toString());
		driver.waitUntil("refused", () -> driver.hasText("damaged.json"));
		assertFalse(driver.enabledText("Finish"));
		driver.type(WidgetIds.IMPORT_PATH, file.toString());
		driver.waitUntil("read", () -> driver.enabledText("Finish"));
		assertEquals(List.of("Contoso | contoso.com | Is added | Not on this computer"),
				driver.rows(WidgetIds.IMPORT_CONNECTIONS));
		new Screenshots(driver).keep(driver.shell("Import Connections"), "import");
		driver.clickText("Finish");
		driver.waitUntil("closed", () -> !driver.hasShell("Import Connections"));
		assertEquals(List.of("Contoso"), connections.list().stream().map(Connection::name).toList());
	}

	private Path exported() {
		WidgetDriver driver = workbench.driver();
		Path file = folder.resolve("moved.json");
		command("dev.latchkey.ui.exportConnections");
		driver.shell("Export Connections");
		driver.type(WidgetIds.DOCUMENT_PATH, file.toString());
		driver.clickText("Finish");
		driver.waitUntil("closed", () -> !driver.hasShell("Export Connections"));
		return file;
	}

	/** The workbench remembers what was selected in a view that is closed. */
	@Test
	void whatWasSelectedAndHasGoneIsNotExported() throws Exception {
		WidgetDriver driver = workbench.driver();
		driver.menu(workbench.window(), "Microsoft 365", "Organizations");
		driver.waitUntil("row", () -> driver.rows(WidgetIds.ORGANIZATIONS).size() == 1);
		driver.selectRow(WidgetIds.ORGANIZATIONS, "Contoso");
		workbench.clear();
		connections.remove(contoso.id());
		connections.save(TaskWizards.connection("Fabrikam", "2", 20).revised(0));
		String text = Files.readString(exported());
		assertTrue(text.contains("Fabrikam") && !text.contains("Contoso"), text);
	}

	private Path damaged() throws IOException {
		return Files.writeString(folder.resolve("damaged.json"), "{");
	}

	private void command(String id) {
		workbench.driver().start(() -> {
			try {
				PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(id, null);
			} catch (CommandException e) {
				throw new IllegalStateException(e);
			}
		});
	}
}
