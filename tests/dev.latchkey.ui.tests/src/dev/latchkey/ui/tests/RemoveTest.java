package dev.latchkey.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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

/** Removes connections; what is done in an organization is scripted. */
class RemoveTest {

	private static final String TITLE = "Remove Organizations";
	private static final ConnectionException CANT_BE_WRITTEN = new ConnectionException(ConnectionException.Reason.BUSY,
			"connections", null);

	private final TestServices services = new TestServices();
	private final ConnectionService connections = services.get().connections();
	private final SavedConnections saved = new SavedConnections();
	private final Workbench workbench = new Workbench();
	private TaskWizards wizard;
	private Connection contoso;

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
		contoso = saved.contoso();
	}

	@AfterEach
	void forget() throws ConnectionException {
		if (wizard != null) {
			wizard.close();
		}
		workbench.clear();
		saved.clear();
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
	void whatCantBeRemovedIsToldWhereItWasAskedFor() {
		services.registration().journal.interrupted("a".repeat(64));
		wizard = new TaskWizards(TITLE, () -> new RemoveWizard(List.of(contoso), services.registration(), new ScriptedRemoval(),
				locked(connections)));
		WidgetDriver driver = wizard.driver();
		driver.click(WidgetIds.REMOVE_TENANT);
		wizard.next();
		services.registration().signIns.add(Optional.empty());
		driver.waitUntil("signed in", () -> driver.enabledText("Next >"));
		wizard.next();
		driver.clickText("Finish");
		driver.waitUntil("told", () -> driver.hasText(CANT_BE_WRITTEN.getLocalizedMessage()));
		assertFalse(wizard.closed());
	}

	/** Another program keeps the connections' files. */
	private static ConnectionService locked(ConnectionService connections) {
		return (ConnectionService) Proxy.newProxyInstance(RemoveTest.class.getClassLoader(),
				new Class<?>[] { ConnectionService.class }, (proxy, method, arguments) -> {
					if (method.getName().equals("remove")) {
						throw CANT_BE_WRITTEN;
					}
					return method.invoke(connections, arguments);
				});
	}

	@Test
	void hundredsAreNotAllNamed() {
		Connection[] many = IntStream.range(0, 300).mapToObj(i -> TaskWizards.connection("Customer" + i, "1", 20))
				.toArray(Connection[]::new);
		WidgetDriver driver = open(many);
		assertTrue(driver.hasText("Customer11 and 288 more"));
	}
}
