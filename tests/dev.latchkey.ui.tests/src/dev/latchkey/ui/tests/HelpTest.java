package dev.latchkey.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.eclipse.help.HelpSystem;
import org.eclipse.help.IContext;
import org.eclipse.help.IContext2;
import org.eclipse.help.IHelpResource;
import org.eclipse.help.IToc;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Connection.State;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.ui.internal.WidgetIds;

/** What F1 asks for in the real workbench, answered by the platform's help system from the book. */
class HelpTest {

	private static final int PATIENCE_SECONDS = 20;

	private final Workbench workbench = new Workbench();
	private final WidgetDriver driver = workbench.driver();
	private final SavedConnections saved = new SavedConnections();

	@BeforeEach
	@AfterEach
	void clear() throws ConnectionException {
		workbench.clear();
		saved.clear();
		HelpOfTests.SHOWN.clear();
	}

	@Test
	void helpIsAboutThePage() throws Exception {
		driver.menu(workbench.window(), "Microsoft 365", "Connect Organization…");
		driver.shell(OpenWizard.TITLE);
		driver.waitUntil("focus", () -> WidgetIds.EXCHANGE.equals(focused(WidgetIds.KEY)));
		ask(driver.ask(() -> Display.getCurrent().getFocusControl()));
		IContext organization = shown();
		assertEquals("Organization", ((IContext2) organization).getTitle());
		assertLeadsIntoTheBook(organization);
		driver.clickText("Next >");
		driver.waitUntil("focus", () -> WidgetIds.ACCOUNT.equals(focused(WidgetIds.KEY)));
		ask(driver.ask(() -> Display.getCurrent().getFocusControl()));
		assertEquals("Application", ((IContext2) shown()).getTitle());
		driver.clickText("Cancel");
		driver.waitUntil("closed", () -> !driver.hasShell(OpenWizard.TITLE));
	}

	@Test
	void helpAtTheButtonsOfTheWizardIsAboutThePageToo() throws Exception {
		driver.menu(workbench.window(), "Microsoft 365", "Connect Organization…");
		driver.shell(OpenWizard.TITLE);
		Button cancel = driver.button("Cancel");
		ask(cancel);
		assertEquals("Organization", ((IContext2) shown()).getTitle());
		driver.clickText("Cancel");
		driver.waitUntil("closed", () -> !driver.hasShell(OpenWizard.TITLE));
	}

	@Test
	void helpInTheViewIsAboutTheView() throws Exception {
		driver.menu(workbench.window(), "Microsoft 365", "Organizations");
		ask(driver.control(Control.class, WidgetIds.ORGANIZATIONS_EMPTY));
		assertEquals("Microsoft 365 Organizations", ((IContext2) shown()).getTitle());
	}

	@Test
	void helpInAPreferencePageIsAboutThePage() throws Exception {
		driver.start(() -> PreferencesUtil.createPreferenceDialogOn(workbench.window(), "dev.latchkey.ui.preferences", null, null)
				.open());
		ask(driver.control(Control.class, WidgetIds.SIGN_IN_METHOD));
		assertEquals("Microsoft 365", ((IContext2) shown()).getTitle());
		driver.clickText("Cancel");
		driver.start(() -> PreferencesUtil
				.createPreferenceDialogOn(workbench.window(), "dev.latchkey.ui.preferences.connections", null, null).open());
		ask(driver.control(Control.class, WidgetIds.NEW_CLOUD));
		assertEquals("Connections", ((IContext2) shown()).getTitle());
		driver.clickText("Cancel");
	}

	@Test
	void helpInAPropertyPageIsAboutThePage() throws Exception {
		Connection contoso = saved.add("Contoso", State.CONNECTED, Duration.ofDays(300));
		driver.start(() -> PreferencesUtil.createPropertyDialogOn(workbench.window(), contoso,
				"dev.latchkey.ui.properties.organization", null, null, 0).open());
		Map<String, String> pages = Map.of("Organization", WidgetIds.PROPERTIES_DETAILS, "Certificate", WidgetIds.PROPERTIES_RETIRED,
				"Permissions", WidgetIds.PROPERTIES_PERMISSIONS, "History", WidgetIds.PROPERTIES_HISTORY);
		driver.control(Control.class, WidgetIds.PROPERTIES_DETAILS);
		for (String page : pages.keySet()) {
			driver.selectPage(page);
			ask(driver.control(Control.class, pages.get(page)));
			assertEquals(page, ((IContext2) shown()).getTitle());
		}
		driver.clickText("Cancel");
	}

	@Test
	void theBookIsAmongTheConsolesBooks() {
		List<String> books = Arrays.stream(HelpSystem.getTocs()).map(IToc::getLabel).toList();
		assertTrue(books.contains("Latchkey: Microsoft 365"), books::toString);
	}

	private static Object focused(String key) {
		return Optional.ofNullable(Display.getCurrent().getFocusControl()).map(control -> control.getData(key))
				.orElse(null);
	}

	/** What the widgets do when F1 is pressed in one of them: GTK tells of the key alone. */
	private void ask(Control control) {
		driver.start(() -> {
			if (SWT.getPlatform().equals("gtk")) {
				Event key = new Event();
				key.keyCode = SWT.F1;
				control.notifyListeners(SWT.KeyDown, key);
				return;
			}
			Control listening = control;
			while (!listening.isListening(SWT.Help)) {
				listening = listening.getParent();
			}
			listening.notifyListeners(SWT.Help, new Event());
		});
	}

	private static IContext shown() throws InterruptedException {
		IContext shown = HelpOfTests.SHOWN.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
		assertNotNull(shown, "no help was opened");
		return shown;
	}

	/** That the pages are in the book is tested where the book is packed; this workbench has no reader of them. */
	private static void assertLeadsIntoTheBook(IContext context) {
		assertTrue(context.getText().startsWith("Which services"), context.getText());
		List<String> topics = Arrays.stream(context.getRelatedTopics()).map(IHelpResource::getHref).toList();
		assertTrue(topics.contains("/dev.latchkey.help/html/getting-started.html#organization"), topics::toString);
	}
}
