package dev.latchkey.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.ui.internal.WidgetIds;

/** The list of certificates while providers come, go, fail and keep silent. */
class StorePageTest {

	private final List<ScriptedProvider> providers = new ArrayList<>();
	private final CountDownLatch release = new CountDownLatch(1);
	private OpenWizard wizard;
	private WidgetDriver driver;
	private Shell shell;

	@BeforeEach
	void open() {
		wizard = new OpenWizard();
		driver = wizard.driver();
		wizard.next();
		wizard.waitForPage("Application");
	}

	@AfterEach
	void close() {
		release.countDown();
		providers.forEach(ScriptedProvider::leave);
		wizard.close();
	}

	private ScriptedProvider provider(String name, String... certificates) throws CertificateAccessException {
		ScriptedProvider provider = new ScriptedProvider(name, certificates);
		providers.add(provider);
		return provider;
	}

	private void openStore() {
		driver.click(WidgetIds.INSTALL);
		shell = driver.shell(OpenWizard.SELECT_TITLE);
		driver.click(WidgetIds.TYPE_STORE);
		driver.clickText("Next >");
	}

	private void waitForRows(String... names) {
		driver.waitUntil("rows " + List.of(names), () -> shown().equals(List.of(names)));
	}

	/** Without what other tests have left in the console's own stores. */
	private List<String> shown() {
		return driver.rows(WidgetIds.STORE_TABLE).stream().filter(row -> row.endsWith(" Vault")).map(row -> row.replaceFirst(" \\|.*", "")).toList();
	}

	private String selected() {
		Table table = driver.control(Table.class, WidgetIds.STORE_TABLE);
		return driver.ask(() -> table.getSelectionCount() == 0 ? "" : table.getSelection()[0].getText());
	}

	private List<CertificateEntry> hang() {
		try {
			release.await();
		} catch (InterruptedException e) {
			// keeps silent all the same
		}
		return List.of();
	}

	@Test
	void showsWhatIsThereWhileAnotherProviderIsStillAsked() throws Exception {
		provider("Quick Vault", "Alpha");
		ScriptedProvider slow = provider("Slow Vault", "Beta");
		List<CertificateEntry> late = slow.listing.list(() -> false);
		slow.listing = cancellation -> {
			hang();
			return late;
		};
		openStore();
		waitForRows("Alpha");
		driver.waitUntil("asking", () -> driver.text(WidgetIds.STORE_ASKING).equals("Still asking: Slow Vault"));
		driver.selectRow(WidgetIds.STORE_TABLE, "Alpha");
		driver.waitUntil("examined", () -> driver.enabledText("Finish"));
		wizard.keep(shell, "certificate-store-asking");
		release.countDown();
		waitForRows("Alpha", "Beta");
		driver.waitUntil("all answered", () -> !driver.has(WidgetIds.STORE_ASKING));
		assertEquals("Alpha", selected());
		assertTrue(driver.enabledText("Finish"));
	}

	@Test
	void aProviderThatFailsCostsALineAndNothingElse() throws Exception {
		provider("Good Vault", "Alpha");
		provider("Locked Vault").listing = cancellation -> {
			throw new CertificateAccessException(Reason.STORE_LOCKED, "Locked Vault");
		};
		provider("Rude Vault").listing = cancellation -> {
			throw new NoClassDefFoundError("com/example/Driver");
		};
		openStore();
		waitForRows("Alpha");
		driver.waitUntil("both lines", () -> driver.hasText("The certificate store \"Locked Vault\" is locked.")
				&& driver.hasText("The certificate store \"Rude Vault\" can't be listed"));
		driver.selectRow(WidgetIds.STORE_TABLE, "Alpha");
		driver.waitUntil("examined", () -> driver.enabledText("Finish"));
		assertTrue(driver.has(WidgetIds.STORE_PROBLEM));
		wizard.keep(shell, "certificate-store-broken");
	}

	@Test
	void followsProvidersThatComeAndGo() throws Exception {
		ScriptedProvider first = provider("First Vault", "Beta");
		openStore();
		waitForRows("Beta");
		driver.selectRow(WidgetIds.STORE_TABLE, "Beta");
		driver.waitUntil("examined", () -> driver.enabledText("Finish"));
		ScriptedProvider second = provider("Second Vault", "Alpha", "Gamma");
		waitForRows("Alpha", "Beta", "Gamma");
		assertEquals("Beta", selected());
		second.leave();
		waitForRows("Beta");
		assertEquals("Beta", selected());
		first.leave();
		waitForRows();
		driver.waitUntil("nothing to finish with", () -> !driver.enabledText("Finish"));
	}

	@Test
	void aProviderThatComesIsListedWhileAnotherHangs() throws Exception {
		ScriptedProvider slow = provider("Slow Vault", "Late");
		List<CertificateEntry> late = slow.listing.list(() -> false);
		AtomicBoolean givenUp = new AtomicBoolean();
		slow.listing = cancellation -> {
			hang();
			givenUp.compareAndSet(false, cancellation.requested());
			return late;
		};
		openStore();
		driver.waitUntil("asking", () -> driver.hasText("Still asking: Slow Vault"));
		ScriptedProvider quick = provider("Quick Vault", "Alpha");
		waitForRows("Alpha");
		release.countDown();
		waitForRows("Alpha", "Late");
		assertFalse(givenUp.get());
		quick.leave();
		waitForRows("Late");
		assertFalse(driver.has(WidgetIds.STORE_PROBLEM));
	}

	@Test
	void keepsTheSelectionWhileSearchingAndSorting() throws Exception {
		provider("Search Vault", "Alpha", "Beta", "Beta Gamma");
		openStore();
		waitForRows("Alpha", "Beta", "Beta Gamma");
		driver.selectRow(WidgetIds.STORE_TABLE, "Beta Gamma");
		driver.type(WidgetIds.STORE_SEARCH, "BETA vault");
		waitForRows("Beta", "Beta Gamma");
		assertEquals("Beta Gamma", selected());
		Table table = driver.control(Table.class, WidgetIds.STORE_TABLE);
		driver.ask(() -> {
			table.getColumn(0).notifyListeners(SWT.Selection, new Event());
			return null;
		});
		waitForRows("Beta Gamma", "Beta");
		assertEquals("Beta Gamma", selected());
		driver.type(WidgetIds.STORE_SEARCH, "alpha");
		waitForRows("Alpha");
		assertEquals("", selected());
		assertFalse(driver.enabledText("Finish"));
	}
}
