package dev.latchkey.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.LifetimePolicy;

/** The three ways to a certificate, with files that keytool has made. */
class SelectCertificateTest {

	private static final String TITLE = "Select Certificate";

	@TempDir
	private Path folder;
	private OpenWizard wizard;
	private WidgetDriver driver;

	@BeforeEach
	void open() {
		wizard = new OpenWizard();
		driver = wizard.driver();
		wizard.next();
		wizard.waitForPage("Application");
	}

	@AfterEach
	void close() {
		preferences().remove(LifetimePolicy.MAX_LIFETIME);
		wizard.close();
	}

	private Shell install() {
		driver.click(WidgetIds.INSTALL);
		return driver.shell(TITLE);
	}

	private void finish() {
		driver.waitUntil("Finish", () -> driver.enabledText("Finish"));
		driver.clickText("Finish");
		driver.waitUntil("closed", () -> !driver.hasShell(TITLE));
	}

	private Path keytool(String name, String password, String... options) throws IOException, InterruptedException {
		Path file = folder.resolve(name);
		List<String> command = new ArrayList<>(List.of(
				Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "one",
				"-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", password));
		command.addAll(List.of(options));
		assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
		return file;
	}

	@Test
	void generates() {
		Shell shell = install();
		wizard.keep(shell, "certificate-type");
		driver.clickText("Next >");
		driver.type(WidgetIds.GENERATE_NAME, "");
		assertFalse(driver.enabledText("Finish"));
		driver.type(WidgetIds.GENERATE_NAME, "Zoë, \"Backup\" + more");
		wizard.keep(shell, "certificate-generate");
		driver.click(WidgetIds.GENERATE_ADVANCED);
		driver.select(WidgetIds.GENERATE_KEY_SIZE, "2048 bits");
		driver.spin(WidgetIds.GENERATE_VALIDITY, 6);
		wizard.keep(shell, "certificate-generate-advanced");
		finish();
		assertTrue(driver.text(WidgetIds.CERTIFICATE).startsWith("Zoë, \"Backup\" + more\nThumbprint "),
				driver.text(WidgetIds.CERTIFICATE));
	}

	@Test
	void saysWhenACertificateWouldLiveLongerThanAllowed() {
		preferences().putInt(LifetimePolicy.MAX_LIFETIME, 365);
		Shell shell = install();
		driver.clickText("Next >");
		driver.click(WidgetIds.GENERATE_ADVANCED);
		driver.waitUntil("twelve months fit", () -> wizardMessage(shell).equals("null"));
		driver.spin(WidgetIds.GENERATE_VALIDITY, 24);
		driver.waitUntil("told", () -> wizardMessage(shell).contains("at most 365"));
		assertTrue(driver.enabledText("Finish"));
		wizard.keep(shell, "certificate-generate-long");
		finish();
		driver.waitUntil("found", () -> driver.text(WidgetIds.CERTIFICATE).contains("at most 365"));
		wizard.keep("application-finding");
	}

	private static IEclipsePreferences preferences() {
		return InstanceScope.INSTANCE.getNode(LifetimePolicy.QUALIFIER);
	}

	@Test
	void importsFromFile() throws IOException, InterruptedException {
		Path file = keytool("backup.pfx", "s3cret!", "-keyalg", "RSA", "-keysize", "3072", "-dname", "CN=Backup of Contoso",
				"-validity", "20");
		Shell shell = install();
		driver.click(WidgetIds.TYPE_FILE);
		driver.clickText("Next >");
		wizard.keep(shell, "certificate-file-empty");
		driver.type(WidgetIds.FILE_PATH, file.toString());
		WidgetDriver.pause(1200);
		assertFalse(driver.enabledText("Finish"));
		driver.type(WidgetIds.FILE_PASSWORD, "wrong");
		WidgetDriver.pause(1200);
		wizard.keep(shell, "certificate-file-wrong-password");
		assertFalse(driver.enabledText("Finish"));
		driver.type(WidgetIds.FILE_PASSWORD, "s3cret!");
		driver.waitUntil("content", () -> driver.text(WidgetIds.FILE_CONTENT).contains("CN=Backup of Contoso"));
		driver.waitUntil("examined", () -> driver.text(WidgetIds.FILE_CONTENT).contains("ends on"));
		wizard.keep(shell, "certificate-file");
		finish();
		assertTrue(driver.text(WidgetIds.CERTIFICATE).startsWith("Backup of Contoso"));
	}

	@Test
	void refusesEllipticCurves() throws IOException, InterruptedException {
		Path file = keytool("curve.p12", "changeit", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=Curve");
		install();
		driver.click(WidgetIds.TYPE_FILE);
		driver.clickText("Next >");
		driver.type(WidgetIds.FILE_PATH, file.toString());
		driver.type(WidgetIds.FILE_PASSWORD, "changeit");
		driver.waitUntil("finding", () -> driver.text(WidgetIds.FILE_CONTENT).contains("RSA keys only"));
		assertFalse(driver.enabledText("Finish"));
	}

	@Test
	void saysWhatAFileIsInstead() throws IOException {
		Path file = Files.writeString(folder.resolve("notes.pfx"), "Dear diary,\n");
		Shell shell = install();
		driver.click(WidgetIds.TYPE_FILE);
		driver.clickText("Next >");
		driver.type(WidgetIds.FILE_PATH, file.toString());
		driver.waitUntil("reason", () -> wizardMessage(shell).contains("not a PFX file"));
		wizard.keep(shell, "certificate-file-text");
	}

	private static String wizardMessage(Shell shell) {
		IWizardPage page = ((WizardDialog) shell.getData()).getCurrentPage();
		return String.valueOf(page.getErrorMessage() == null ? page.getMessage() : page.getErrorMessage());
	}

	@Test
	void selectsFromTheStore() {
		wizard.generateCertificate();
		Shell shell = install();
		driver.click(WidgetIds.TYPE_STORE);
		driver.clickText("Next >");
		driver.selectRow(WidgetIds.STORE_TABLE, MemoryProvider.NAME);
		driver.waitUntil("examined", () -> driver.enabledText("Finish"));
		wizard.keep(shell, "certificate-store");
		driver.type(WidgetIds.STORE_SEARCH, "no such certificate");
		assertEquals(List.of(), driver.rows(WidgetIds.STORE_TABLE));
		driver.type(WidgetIds.STORE_SEARCH, "latch vault");
		assertEquals(1, driver.rows(WidgetIds.STORE_TABLE).size());
		driver.selectRow(WidgetIds.STORE_TABLE, MemoryProvider.NAME);
		finish();
		assertTrue(driver.text(WidgetIds.CERTIFICATE).startsWith("Latchkey"));
	}
}
