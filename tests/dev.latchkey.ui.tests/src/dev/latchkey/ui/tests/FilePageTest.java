package dev.latchkey.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.latchkey.ui.internal.WidgetIds;

/** The page that opens key files, with files that OpenSSL has made. */
class FilePageTest {

	private static final String PASSWORD = "opensesame";

	@TempDir
	private Path folder;
	private OpenWizard wizard;
	private WidgetDriver driver;
	private Shell shell;

	@BeforeEach
	void open() throws IOException, InterruptedException {
		Files.writeString(folder.resolve("password"), PASSWORD + "\n");
		openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "200", "-subj", "/CN=Two Files", "-keyout", "two.key",
				"-out", "two.crt");
		wizard = new OpenWizard();
		driver = wizard.driver();
		wizard.next();
		wizard.waitForPage("Application");
		driver.click(WidgetIds.INSTALL);
		shell = driver.shell(OpenWizard.SELECT_TITLE);
		driver.click(WidgetIds.TYPE_FILE);
		driver.clickText("Next >");
	}

	@AfterEach
	void close() {
		wizard.close();
	}

	private void openssl(String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of("openssl"));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
				.redirectOutput(folder.resolve("openssl.log").toFile()).start();
		assertEquals(0, process.waitFor(), () -> String.join(" ", command));
	}

	private void pfx(String name, String... options) throws IOException, InterruptedException {
		List<String> arguments = new ArrayList<>(List.of("pkcs12", "-export", "-inkey", "two.key", "-in", "two.crt", "-out", name,
				"-passout", "file:password"));
		arguments.addAll(List.of(options));
		openssl(arguments.toArray(String[]::new));
	}

	private String message() {
		return driver.ask(() -> {
			IWizardPage page = ((WizardDialog) shell.getData()).getCurrentPage();
			return String.valueOf(page.getErrorMessage() == null ? page.getMessage() : page.getErrorMessage());
		});
	}

	private void type(String id, String file) {
		driver.type(id, folder.resolve(file).toString());
	}

	private void waitForContent(String part) {
		driver.waitUntil("content " + part, () -> driver.text(WidgetIds.FILE_CONTENT).contains(part));
	}

	private void waitForFinish() {
		driver.waitUntil("Finish", () -> driver.enabledText("Finish"));
	}

	@Test
	void asksForTheKeyOfACertificateAndCopiesBoth() {
		assertFalse(driver.has(WidgetIds.FILE_SECOND));
		type(WidgetIds.FILE_PATH, "two.crt");
		driver.waitUntil("second field", () -> driver.has(WidgetIds.FILE_SECOND));
		assertTrue(driver.hasText("Private &key file:"));
		assertTrue(message().contains("Choose the file with its private key too."), this::message);
		assertEquals("Certificate without private key: CN=Two Files", driver.text(WidgetIds.FILE_CONTENT));
		assertTrue(driver.enabled(WidgetIds.FILE_LINK));
		driver.click(WidgetIds.FILE_LINK);
		wizard.keep(shell, "certificate-file-second");
		type(WidgetIds.FILE_SECOND, "two.key");
		waitForContent("Issued to CN=Two Files");
		assertFalse(driver.enabled(WidgetIds.FILE_LINK));
		assertTrue(driver.checked(WidgetIds.FILE_COPY));
		waitForFinish();
		wizard.keep(shell, "certificate-file-two");
		driver.clickText("Finish");
		driver.waitUntil("closed", () -> !driver.hasShell(OpenWizard.SELECT_TITLE));
		assertTrue(driver.text(WidgetIds.CERTIFICATE).startsWith("Two Files\n"));
	}

	@Test
	void asksForTheCertificateOfAKey() {
		type(WidgetIds.FILE_PATH, "two.key");
		driver.waitUntil("second field", () -> driver.has(WidgetIds.FILE_SECOND));
		assertTrue(driver.hasText("C&ertificate file:"));
		type(WidgetIds.FILE_SECOND, "two.crt");
		waitForContent("Issued to CN=Two Files");
		waitForFinish();
		driver.type(WidgetIds.FILE_PATH, "");
		driver.waitUntil("forgotten", () -> !driver.has(WidgetIds.FILE_SECOND));
		assertEquals("", driver.text(WidgetIds.FILE_CONTENT));
		assertFalse(driver.enabledText("Finish"));
	}

	@Test
	void saysWhatIsMissingInAPfxFileAndShowsTheRest() throws Exception {
		openssl("pkcs12", "-export", "-nokeys", "-in", "two.crt", "-out", "nokey.pfx", "-passout", "file:password");
		type(WidgetIds.FILE_PATH, "nokey.pfx");
		driver.type(WidgetIds.FILE_PASSWORD, PASSWORD);
		waitForContent("Certificate without private key: CN=Two Files");
		driver.waitUntil("reason", () -> message().contains("no private key"));
		assertFalse(driver.has(WidgetIds.FILE_SECOND));
		assertFalse(driver.enabledText("Finish"));
		wizard.keep(shell, "certificate-file-no-key");
	}

	@Test
	void tellsOfAFileWithoutAnIntegrityCheckBeforeFinish() throws Exception {
		pfx("nomac.pfx", "-nomac");
		type(WidgetIds.FILE_PATH, "nomac.pfx");
		driver.type(WidgetIds.FILE_PASSWORD, PASSWORD);
		waitForContent("The file has no integrity check");
		waitForFinish();
		driver.waitUntil("title", () -> message().contains("no integrity check"));
		wizard.keep(shell, "certificate-file-no-integrity");
	}

	@Test
	void opensAnExpensiveFileWhenTheUserInsists() throws Exception {
		pfx("costly.pfx", "-iter", "4000000");
		type(WidgetIds.FILE_PATH, "costly.pfx");
		driver.type(WidgetIds.FILE_PASSWORD, PASSWORD);
		driver.waitUntil("offer", () -> driver.has(WidgetIds.FILE_INSIST));
		assertTrue(message().contains("unusually long"), this::message);
		wizard.keep(shell, "certificate-file-costly");
		driver.click(WidgetIds.FILE_INSIST);
		wizard.keep(shell, "certificate-file-costly-opening");
		driver.click(WidgetIds.FILE_STOP);
		driver.waitUntil("offer again", () -> driver.has(WidgetIds.FILE_INSIST));
		driver.click(WidgetIds.FILE_INSIST);
		waitForContent("Issued to CN=Two Files");
		assertFalse(driver.enabled(WidgetIds.FILE_LINK));
		waitForFinish();
	}

	@Test
	void letsTheUserPickOneOfSeveralKeys() throws Exception {
		openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "200", "-subj", "/CN=Other", "-keyout", "other.key",
				"-out", "other.crt");
		StringBuilder all = new StringBuilder();
		for (String part : List.of("two.key", "two.crt", "other.key", "other.crt")) {
			all.append(Files.readString(folder.resolve(part)));
		}
		Files.writeString(folder.resolve("all.pem"), all);
		type(WidgetIds.FILE_PATH, "all.pem");
		waitForContent("Issued to CN=Two Files");
		assertTrue(driver.text(WidgetIds.FILE_CONTENT).contains("Certificate with private key: CN=Other"));
		String other = driver.ask(() -> driver.control(Combo.class, WidgetIds.FILE_KEYS).getItem(1));
		driver.select(WidgetIds.FILE_KEYS, other);
		waitForContent("Issued to CN=Other");
		wizard.keep(shell, "certificate-file-several");
		waitForFinish();
	}
}
