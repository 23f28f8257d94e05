package dev.latchkey.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.latchkey.certificate.CertificatePolicy;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.connection.Proof;
import dev.latchkey.registration.Service;
import dev.latchkey.ui.internal.WidgetIds;

/** What Latchkey contributes to a console: menu, command, new wizard, view and preferences. */
class WorkbenchTest {

	private static final String VIEW = "dev.latchkey.ui.organizations";

	private final Workbench workbench = new Workbench();
	private final WidgetDriver driver = workbench.driver();
	private final Screenshots screenshots = new Screenshots(driver);
	private TestServices services;

	@BeforeEach
	void open() {
		services = new TestServices();
		workbench.clear();
	}

	@AfterEach
	void close() throws ConnectionException {
		workbench.clear();
		for (Connection connection : connections().list()) {
			connections().remove(connection.id());
		}
		services.release();
	}

	private ConnectionService connections() {
		return services.get().connections();
	}

	private static Connection connection(String name, Connection.State state, Duration left) {
		return new Connection(UUID.randomUUID(), 0, name, "global", "6f7c9d0e-0000-4000-8000-00000000c0de",
				name.toLowerCase() + ".com", Optional.of("alex@" + name.toLowerCase() + ".com"), OpenWizard.APPLICATION,
				Optional.empty(), new CertificateReference("store", "A".repeat(64)), Instant.now().plus(left),
				List.of(), Set.of(Service.EXCHANGE, Service.SHAREPOINT), "",
				new Proof(state, Optional.empty(), Set.of(), Optional.empty()));
	}

	@Test
	void menuOpensTheWizard() {
		driver.menu(workbench.window(), "Microsoft 365", "Connect Organization…");
		Shell shell = driver.shell(OpenWizard.TITLE);
		assertTrue(driver.has(WidgetIds.EXCHANGE));
		screenshots.keep(shell, "workbench-wizard");
		driver.clickText("Cancel");
		driver.waitUntil("closed", () -> !driver.hasShell(OpenWizard.TITLE));
	}

	@Test
	void newWizardIsTheSame() {
		driver.start(() -> {
			IWorkbench platform = PlatformUI.getWorkbench();
			try {
				INewWizard wizard = (INewWizard) platform.getNewWizardRegistry().findWizard("dev.latchkey.ui.newConnection")
						.createWizard();
				wizard.init(platform, null);
				new WizardDialog(platform.getActiveWorkbenchWindow().getShell(), wizard).open();
			} catch (CoreException e) {
				throw new IllegalStateException(e);
			}
		});
		driver.shell(OpenWizard.TITLE);
		driver.waitUntil("page", () -> driver.has(WidgetIds.EXCHANGE));
		driver.clickText("Cancel");
		driver.waitUntil("closed", () -> !driver.hasShell(OpenWizard.TITLE));
	}

	@Test
	void viewFollowsTheConnections() throws ConnectionException {
		connections().save(connection("Contoso", Connection.State.CONNECTED, Duration.ofDays(300)));
		driver.menu(workbench.window(), "Microsoft 365", "Organizations");
		driver.waitUntil("view", () -> workbench.showsView(VIEW));
		driver.waitUntil("row", () -> driver.rows(WidgetIds.ORGANIZATIONS).size() == 1);
		connections().save(connection("Fabrikam", Connection.State.NOT_VERIFIED, Duration.ofDays(300)));
		connections().save(connection("Litware", Connection.State.CONNECTED, Duration.ofDays(10)));
		connections().save(connection("Tailspin", Connection.State.CONNECTED, Duration.ofDays(-10)));
		driver.waitUntil("rows", () -> driver.rows(WidgetIds.ORGANIZATIONS).size() == 4);
		assertTrue(driver.rows(WidgetIds.ORGANIZATIONS).get(0)
				.startsWith("Contoso | contoso.com | Exchange Online, SharePoint Online and OneDrive | "));
		assertTrue(driver.rows(WidgetIds.ORGANIZATIONS).get(0).endsWith("| Connected"));
		assertTrue(driver.rows(WidgetIds.ORGANIZATIONS).get(1).endsWith("| Not verified"));
		assertTrue(driver.rows(WidgetIds.ORGANIZATIONS).get(2).endsWith("| Certificate ends soon"));
		assertTrue(driver.rows(WidgetIds.ORGANIZATIONS).get(3).endsWith("| Certificate expired"));
		screenshots.keep(workbench.window(), "workbench-view");
	}

	@Test
	void viewEditsAndRemoves() throws ConnectionException {
		connections().save(connection("Contoso", Connection.State.CONNECTED, Duration.ofDays(300)));
		driver.menu(workbench.window(), "Microsoft 365", "Organizations");
		driver.selectRow(WidgetIds.ORGANIZATIONS, "Contoso");
		driver.contextMenu(WidgetIds.ORGANIZATIONS, "Edit…");
		driver.shell("Edit Microsoft 365 Organization");
		driver.clickText("Next >");
		driver.waitUntil("account", () -> driver.has(WidgetIds.ACCOUNT));
		assertEquals("alex@contoso.com", driver.text(WidgetIds.ACCOUNT));
		driver.clickText("Cancel");
		driver.waitUntil("closed", () -> !driver.hasShell("Edit Microsoft 365 Organization"));
		driver.contextMenu(WidgetIds.ORGANIZATIONS, "Remove…");
		driver.shell("Remove Organization");
		driver.clickText("OK");
		driver.waitUntil("empty", () -> driver.rows(WidgetIds.ORGANIZATIONS).isEmpty());
		assertTrue(connections().list().isEmpty());
	}

	@Test
	void verifyingTellsWhyAConnectionIsNotProven() throws ConnectionException {
		connections().save(connection("Contoso", Connection.State.CONNECTED, Duration.ofDays(300)));
		driver.menu(workbench.window(), "Microsoft 365", "Organizations");
		driver.selectRow(WidgetIds.ORGANIZATIONS, "Contoso");
		driver.contextMenu(WidgetIds.ORGANIZATIONS, "Verify");
		driver.waitUntil("it is told", () -> driver.text(WidgetIds.ORGANIZATIONS_OUTCOME)
				.equals("Contoso is not proven. The certificate is not on this computer any more."));
		screenshots.keep(workbench.window(), "workbench-not-proven");
		driver.contextMenu(WidgetIds.ORGANIZATIONS, "Undo Last Run…");
		driver.waitUntil("it is told", () -> driver.text(WidgetIds.ORGANIZATIONS_OUTCOME).startsWith("Nothing that was done"));
	}

	@Test
	void preferencesRefuseWhatCantBe() {
		driver.start(() -> {
			PreferenceDialog dialog = PreferencesUtil.createPreferenceDialogOn(workbenchShell(), "dev.latchkey.ui.preferences",
					null, null);
			dialog.open();
		});
		Text field = driver.control(Text.class, WidgetIds.SIGN_IN_CLIENT);
		assertEquals(String.valueOf(CertificatePolicy.USUAL.maxLifetimeDays()), driver.text(WidgetIds.MAX_LIFETIME));
		driver.type(WidgetIds.MAX_LIFETIME, "0");
		driver.waitUntil("refused", () -> !driver.enabledText("Apply and Close"));
		driver.type(WidgetIds.MAX_LIFETIME, "365");
		driver.waitUntil("accepted", () -> driver.enabledText("Apply and Close"));
		Shell shell = driver.ask(field::getShell);
		driver.type(WidgetIds.SIGN_IN_CLIENT, "contoso.com");
		driver.waitUntil("refused", () -> !driver.enabledText("Apply and Close"));
		screenshots.keep(shell, "workbench-preferences");
		driver.type(WidgetIds.SIGN_IN_CLIENT, "");
		driver.waitUntil("accepted", () -> driver.enabledText("Apply and Close"));
		driver.clickText("Cancel");
		driver.waitUntil("closed", field::isDisposed);
		assertFalse(driver.has(WidgetIds.SIGN_IN_CLIENT));
	}

	private static Shell workbenchShell() {
		return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
	}
}
