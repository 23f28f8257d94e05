package dev.latchkey.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.latchkey.ui.internal.WidgetIds;

/** What F1 asks for in the real workbench, answered by the platform's help system from the book. */
class HelpTest {

	private static final int PATIENCE_SECONDS = 20;

	private final Workbench workbench = new Workbench();
	private final WidgetDriver driver = workbench.driver();

	@BeforeEach
	@AfterEach
	void clear() {
		workbench.clear();
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
	void theBookIsAmongTheConsolesBooks() {
		List<String> books = Arrays.stream(HelpSystem.getTocs()).map(IToc::getLabel).toList();
		assertTrue(books.contains("Latchkey: Microsoft 365"), books::toString);
	}

	private static Object focused(String key) {
		return Optional.ofNullable(Display.getCurrent().getFocusControl()).map(control -> control.getData(key))
				.orElse(null);
	}

	/** What the widgets do when F1 is pressed in one of them. */
	private void ask(Control control) {
		driver.start(() -> {
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
