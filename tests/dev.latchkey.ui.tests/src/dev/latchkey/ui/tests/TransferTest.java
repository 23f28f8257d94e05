package dev.latchkey.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.connection.ConnectionTransfer;
import dev.latchkey.ui.internal.WidgetIds;

/** Moves connections to another computer. */
class TransferTest {

	private static final String EXPORT = "Export Connections";
	private static final String IMPORT = "Import Connections";

	private final ConnectionService connections = TestServices.service(ConnectionService.class);
	private final SavedConnections saved = new SavedConnections();
	private final Workbench workbench = new Workbench();
	private Connection contoso;

	@TempDir
	private Path folder;

	@BeforeEach
	void save() throws ConnectionException {
		workbench.clear();
		contoso = saved.contoso();
	}

	@AfterEach
	void forget() throws ConnectionException {
		workbench.clear();
		saved.clear();
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
		new Screenshots(driver).keep(driver.shell(IMPORT), "import");
		driver.clickText("Finish");
		driver.waitUntil("closed", () -> !driver.hasShell(IMPORT));
		assertEquals(List.of("Contoso"), connections.list().stream().map(Connection::name).toList());
	}

	private Path exported() {
		WidgetDriver driver = workbench.driver();
		Path file = folder.resolve("moved.json");
		command("dev.latchkey.ui.exportConnections");
		driver.shell(EXPORT);
		driver.type(WidgetIds.DOCUMENT_PATH, file.toString());
		driver.clickText("Finish");
		driver.waitUntil("closed", () -> !driver.hasShell(EXPORT));
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

	@Test
	void nothingIsThereToExport() throws ConnectionException {
		connections.remove(contoso.id());
		command("dev.latchkey.ui.exportConnections");
		WidgetDriver driver = workbench.driver();
		driver.shell(EXPORT);
		assertTrue(driver.hasText("There is no connection to export yet."));
		driver.clickText("OK");
		driver.waitUntil("closed", () -> !driver.hasShell(EXPORT));
	}

	/** A place on another computer may take long to answer. */
	@Test
	void thePlaceIsLookedAtInTheBackground() throws IOException {
		Path there = Files.writeString(folder.resolve("there.json"), "");
		command("dev.latchkey.ui.exportConnections");
		WidgetDriver driver = workbench.driver();
		driver.waitUntil("looked at", () -> driver.enabledText("Finish"));
		Text path = driver.control(Text.class, WidgetIds.DOCUMENT_PATH);
		Button finish = driver.button("Finish");
		assertFalse(driver.ask(() -> {
			path.setText(there.toString());
			return finish.isEnabled();
		}), "before anybody has looked");
		driver.waitUntil("looked at", () -> driver.enabledText("Finish"));
		assertTrue(driver.hasText("there.json is there already and will be replaced."));
		driver.clickText("Cancel");
	}

	@Test
	void whatWasTickedStaysSoWhenImportingFails() throws Exception {
		connections.save(TaskWizards.connection("Fabrikam", "2", 20).revised(0));
		Path file = exported();
		ServiceRegistration<ConnectionTransfer> failing = FrameworkUtil.getBundle(TransferTest.class).getBundleContext()
				.registerService(ConnectionTransfer.class, new FailsOnce(), new Hashtable<>(Map.of(Constants.SERVICE_RANKING, 9)));
		try {
			saved.clear();
			importOneOfTwo(file);
		} finally {
			failing.unregister();
		}
		assertEquals(List.of("Fabrikam"), connections.list().stream().map(Connection::name).toList());
	}

	private void importOneOfTwo(Path file) {
		WidgetDriver driver = workbench.driver();
		command("dev.latchkey.ui.importConnections");
		driver.type(WidgetIds.IMPORT_PATH, file.toString());
		driver.waitUntil("read", () -> driver.enabledText("Finish"));
		driver.untickRow(WidgetIds.IMPORT_CONNECTIONS, "Contoso");
		driver.clickText("Finish");
		driver.waitUntil("told", () -> driver.hasText(FailsOnce.FAILURE.getLocalizedMessage()));
		driver.clickText("Finish");
		driver.waitUntil("closed", () -> !driver.hasShell(IMPORT));
	}

	/** The console's own, which another program disturbs once. */
	private static final class FailsOnce implements ConnectionTransfer {

		static final ConnectionException FAILURE = new ConnectionException(ConnectionException.Reason.BUSY, "connections", null);

		private final ConnectionTransfer real = TestServices.service(ConnectionTransfer.class);
		private final AtomicBoolean failed = new AtomicBoolean();

		@Override
		public void write(Collection<UUID> ids, Path file) throws ConnectionException {
			real.write(ids, file);
		}

		@Override
		public List<Arrival> read(Path file) throws ConnectionException {
			return real.read(file);
		}

		@Override
		public List<Connection> accept(Collection<Arrival> arrivals) throws ConnectionException {
			if (failed.compareAndSet(false, true)) {
				throw FAILURE;
			}
			return real.accept(arrivals);
		}
	}
}
