package dev.latchkey.ui.tests.journeys;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateImporter;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.tenant.SimulatedTenant;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.tests.Screenshots;
import dev.latchkey.ui.tests.WidgetDriver;

/** The workbench that the tests run in, set up for one simulated tenant, and the wizard as its menu opens it. */
final class Console implements AutoCloseable {

	static final String WIZARD = "Connect Microsoft 365 Organization";
	static final String EDITOR = "Edit Microsoft 365 Organization";
	private static final String GRANTER = "Grant Missing Permissions";
	private static final String RENEWER = "Renew Certificates";
	private static final String REMOVER = "Remove Organizations";
	private static final String CHANGES = "Changes Were Made";
	private static final String SELECT_CERTIFICATE = "Select Certificate";

	private final WidgetDriver driver = new WidgetDriver(PlatformUI.getWorkbench().getDisplay());
	private final Screenshots screenshots = new Screenshots(driver);
	private final IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(CloudCatalog.PREFERENCES);
	private final IEclipsePreferences tokens = InstanceScope.INSTANCE.getNode("dev.latchkey.certificate.pkcs11");
	private final SimulatedTenant tenant;
	private String title = WIZARD;

	Console(SimulatedTenant tenant) {
		this.tenant = tenant;
		preferences.put(CloudCatalog.CLOUD_FILES, tenant.cloudFile().toString());
	}

	/** Has these clouds offered beside Microsoft's own. */
	void useClouds(Path... files) {
		preferences.put(CloudCatalog.CLOUD_FILES,
				Arrays.stream(files).map(Path::toString).collect(Collectors.joining("\n")));
	}

	WidgetDriver driver() {
		return driver;
	}

	/** Opens the wizard from the menu bar. */
	void openWizard() {
		title = WIZARD;
		driver.menu(window(), "Microsoft 365", "Connect Organization\u2026");
		driver.shell(title);
	}

	/** Opens the wizard for the organization that is selected in the view. */
	void edit(String organization) {
		title = EDITOR;
		driver.selectRow(WidgetIds.ORGANIZATIONS, organization);
		driver.openSelected(WidgetIds.ORGANIZATIONS);
		driver.shell(title);
	}

	/** Opens the view from the menu bar. */
	void openView() {
		driver.menu(window(), "Microsoft 365", "Organizations");
	}

	/** Opens the wizard for what the organization that is selected in the view lacks. */
	void grant(String organization) {
		title = GRANTER;
		driver.selectRow(WidgetIds.ORGANIZATIONS, organization);
		driver.contextMenu(WidgetIds.ORGANIZATIONS, "Grant Missing Permissions\u2026");
		driver.shell(title);
	}

	/** Opens the wizard that renews the certificates of the organizations that are selected in the view. */
	void renew(String... organizations) {
		title = RENEWER;
		driver.selectRow(WidgetIds.ORGANIZATIONS, organizations);
		driver.contextMenu(WidgetIds.ORGANIZATIONS, "Renew Certificate\u2026");
		driver.shell(title);
	}

	/** Opens the wizard that removes the organization that is selected in the view. */
	void remove(String organization) {
		title = REMOVER;
		driver.selectRow(WidgetIds.ORGANIZATIONS, organization);
		driver.contextMenu(WidgetIds.ORGANIZATIONS, "Remove\u2026");
		driver.shell(title);
	}

	/** The organization's row in the view; empty as long as there is none. */
	String row(String organization) {
		return driver.rows(WidgetIds.ORGANIZATIONS).stream().filter(row -> row.startsWith(organization)).findFirst().orElse("");
	}

	/** Has an administrator sign in with the code that the wizard shows, and waits until it knows. */
	void signIn(String account) throws Exception {
		driver.waitUntil("a code", () -> !driver.text(WidgetIds.CODE).isBlank());
		String said = new Person(tenant.clientContext()).signIn(tenant.endpoints().devicePage(), driver.text(WidgetIds.CODE), account);
		assertTrue(said.contains("You have signed in"), said);
		driver.waitUntil("signed in", () -> driver.enabledText("Next >"));
	}

	void next() {
		driver.clickText("Next >");
	}

	void back() {
		driver.clickText("< Back");
	}

	void waitForPage(String page) {
		driver.waitUntil("page " + page, () -> dialog().getCurrentPage().getTitle().equals(page));
	}

	void waitForMessage(String part) {
		driver.waitUntil("message " + part, () -> String.valueOf(dialog().getCurrentPage().getErrorMessage()).contains(part)
				|| String.valueOf(dialog().getCurrentPage().getMessage()).contains(part));
	}

	/** Finishes, and waits until the wizard is gone. */
	void finish() {
		driver.clickText("Finish");
		driver.waitUntil("the wizard closes", () -> !driver.hasShell(title));
	}

	/** Opens Select Certificate, does what a person does there, and waits until it is gone. */
	void selectCertificate(Runnable choosing) {
		driver.click(WidgetIds.INSTALL);
		driver.shell(SELECT_CERTIFICATE);
		choosing.run();
		driver.clickText("Finish");
		driver.waitUntil("the certificate is taken", () -> !driver.hasShell(SELECT_CERTIFICATE));
	}

	void keep(String name) {
		screenshots.keep(driver.shell(title), name);
	}

	void keep(String name, String shell) {
		screenshots.keep(driver.shell(shell), name);
	}

	void keepWindow(String name) {
		screenshots.keep(window(), name);
	}

	/** Has the tokens of a PKCS #11 library listed. */
	void useTokens(String library) {
		tokens.put("modules", library);
	}

	/** Puts a key into the place where this computer keeps keys. */
	CertificateEntry store(KeyMaterial key) throws CertificateAccessException {
		CertificateImporter store = service(CertificateService.class).first(CertificateImporter.class).orElseThrow();
		return store.add(key, Cancellation.NEVER);
	}

	List<Connection> connections() throws ConnectionException {
		return service(ConnectionService.class).list();
	}

	<T> T service(Class<T> type) {
		ServiceTracker<T, T> tracker = new ServiceTracker<>(FrameworkUtil.getBundle(Console.class).getBundleContext(),
				type, null);
		tracker.open();
		try {
			return tracker.waitForService(10_000);
		} catch (InterruptedException e) {
			throw new IllegalStateException(e);
		} finally {
			tracker.close();
		}
	}

	/** Leaves the workbench as it was found. */
	@Override
	public void close() throws ConnectionException {
		// A wizard that is at work stops at the first time; then it may ask what is to become of its changes.
		driver.waitUntil("no wizard is open", () -> {
			if (driver.hasShell(CHANGES)) {
				driver.clickText("Keep Changes");
			}
			wizardShells().forEach(shell -> driver.start(() -> close(shell)));
			return wizardShells().isEmpty();
		});
		for (Connection connection : connections()) {
			service(ConnectionService.class).remove(connection.id());
		}
		preferences.remove(CloudCatalog.CLOUD_FILES);
		tokens.remove("modules");
	}

	private void close(Shell shell) {
		if (!shell.isDisposed() && !driver.hasShell(CHANGES)) {
			shell.close();
		}
	}

	private List<Shell> wizardShells() {
		List<Shell> shells = new ArrayList<>(Arrays.asList(driver.display().getShells()));
		shells.removeIf(shell -> !(shell.getData() instanceof WizardDialog));
		return shells;
	}

	private WizardDialog dialog() {
		return wizardShells().stream().filter(shell -> shell.getText().equals(title)).findFirst()
				.map(shell -> (WizardDialog) shell.getData()).orElseThrow();
	}

	private Shell window() {
		return driver.ask(() -> PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell());
	}
}
