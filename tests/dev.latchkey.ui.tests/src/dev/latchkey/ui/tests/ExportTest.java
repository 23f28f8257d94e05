package dev.latchkey.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;

import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.ui.internal.WidgetIds;

/** Handing a certificate over in a file, from the page that shows it. */
class ExportTest {

	@TempDir
	private Path folder;
	private OpenWizard wizard;
	private WidgetDriver driver;
	private Shell shell;

	@BeforeEach
	void open() {
		wizard = new OpenWizard();
		driver = wizard.driver();
		wizard.next();
		wizard.waitForPage("Application");
		assertFalse(driver.enabled(WidgetIds.EXPORT));
		wizard.generateCertificate();
	}

	@AfterEach
	void close() {
		wizard.close();
	}

	private void export() {
		driver.click(WidgetIds.EXPORT);
		shell = driver.shell(OpenWizard.EXPORT_TITLE);
	}

	private void write(String name) {
		driver.type(WidgetIds.EXPORT_PATH, folder.resolve(name).toString());
		driver.clickText("Next >");
	}

	private void finish() {
		driver.clickText("Finish");
		driver.waitUntil("closed", () -> !driver.hasShell(OpenWizard.EXPORT_TITLE));
	}

	private X509Certificate certificate() throws Exception {
		return wizard.services().provider().list(Cancellation.NEVER).get(0).certificate();
	}

	private X509Certificate opened(Path file, String password) throws Exception {
		KeyStore store = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(file)) {
			store.load(in, password.toCharArray());
		}
		String alias = store.aliases().nextElement();
		assertNotNull(store.getKey(alias, password.toCharArray()));
		return (X509Certificate) store.getCertificate(alias);
	}

	@Test
	void writesThePublicCertificate() throws Exception {
		export();
		assertFalse(driver.has(WidgetIds.EXPORT_PHRASE));
		write("public.cer");
		driver.waitUntil("told", () -> driver.text(WidgetIds.EXPORTED_PATH).equals(folder.resolve("public.cer").toString()));
		assertFalse(driver.has(WidgetIds.EXPORTED_PHRASE));
		wizard.keep(shell, "export-done-public");
		finish();
		assertArrayEquals(certificate().getEncoded(), Files.readAllBytes(folder.resolve("public.cer")));
	}

	@Test
	void writesTheKeyWithAGeneratedPassPhrase() throws Exception {
		export();
		driver.click(WidgetIds.EXPORT_KEY);
		driver.waitUntil("pass phrase", () -> driver.text(WidgetIds.EXPORT_PHRASE).length() >= 20);
		String phrase = driver.text(WidgetIds.EXPORT_PHRASE);
		wizard.keep(shell, "export-key");
		write("key.pfx");
		driver.waitUntil("told", () -> driver.text(WidgetIds.EXPORTED_PHRASE).equals(phrase));
		wizard.keep(shell, "export-done-key");
		finish();
		assertEquals(certificate(), opened(folder.resolve("key.pfx"), phrase));
	}

	@Test
	void takesThePasswordThatWasTypedTwice() throws Exception {
		export();
		driver.click(WidgetIds.EXPORT_KEY);
		driver.click(WidgetIds.EXPORT_OWN);
		driver.click(WidgetIds.EXPORT_OLD);
		driver.type(WidgetIds.EXPORT_PATH, folder.resolve("own.pfx").toString());
		driver.type(WidgetIds.EXPORT_PASSWORD, "first word");
		assertFalse(driver.enabledText("Next >"));
		driver.type(WidgetIds.EXPORT_REPEAT, "other word");
		assertFalse(driver.enabledText("Next >"));
		driver.type(WidgetIds.EXPORT_REPEAT, "first word");
		write("own.pfx");
		driver.waitUntil("told", () -> driver.has(WidgetIds.EXPORTED_PATH));
		assertFalse(driver.has(WidgetIds.EXPORTED_PHRASE));
		finish();
		assertEquals(certificate(), opened(folder.resolve("own.pfx"), "first word"));
	}

	@Test
	void asksBeforeItReplacesAFile() throws Exception {
		Path file = Files.writeString(folder.resolve("taken.cer"), "somebody's");
		export();
		write("taken.cer");
		driver.shell("Replace File");
		driver.clickText("No");
		driver.waitUntil("asked", () -> !driver.hasShell("Replace File"));
		assertEquals("somebody's", Files.readString(file));
		assertTrue(driver.has(WidgetIds.EXPORT_PATH));
		driver.clickText("Next >");
		driver.shell("Replace File");
		driver.clickText("Yes");
		driver.waitUntil("told", () -> driver.has(WidgetIds.EXPORTED_PATH));
		assertArrayEquals(certificate().getEncoded(), Files.readAllBytes(file));
	}

	@Test
	void saysWhyAFileCantBeWritten() {
		export();
		write("no such folder/public.cer");
		driver.waitUntil("reason", () -> driver.hasText("can't be written"));
		assertTrue(driver.has(WidgetIds.EXPORT_PATH));
	}

	@Test
	void saysWhyAKeyStaysWhereItIs() throws Exception {
		ScriptedProvider provider = new ScriptedProvider("Strict Vault", "Kept");
		try {
			driver.click(WidgetIds.INSTALL);
			driver.shell(OpenWizard.SELECT_TITLE);
			driver.click(WidgetIds.TYPE_STORE);
			driver.clickText("Next >");
			driver.selectRow(WidgetIds.STORE_TABLE, "Strict Vault");
			driver.click(WidgetIds.STORE_EXPORT);
			shell = driver.shell(OpenWizard.EXPORT_TITLE);
			driver.waitUntil("reason", () -> driver.text(WidgetIds.EXPORT_REASON).contains("can't be exported"));
			assertFalse(driver.enabled(WidgetIds.EXPORT_KEY));
			wizard.keep(shell, "export-refused");
		} finally {
			provider.leave();
		}
	}
}
