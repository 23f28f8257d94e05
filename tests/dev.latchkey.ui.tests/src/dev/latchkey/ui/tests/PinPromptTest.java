package dev.latchkey.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.latchkey.certificate.PinPrompt;
import dev.latchkey.certificate.PinPrompt.Request;
import dev.latchkey.certificate.PinPrompt.Tries;
import dev.latchkey.ui.internal.WidgetIds;

/** The dialog that a token asks its PIN with, from a thread of its own. */
class PinPromptTest {

	private static final String TITLE = "Token PIN";

	private final Workbench workbench = new Workbench();
	private final WidgetDriver driver = workbench.driver();
	private final Screenshots screenshots = new Screenshots(driver);
	private final PinPrompt prompt = TestServices.service(PinPrompt.class);
	private final ExecutorService threads = Executors.newCachedThreadPool();
	private final AtomicBoolean cancelled = new AtomicBoolean();

	@AfterEach
	void close() {
		cancelled.set(true);
		threads.shutdownNow();
		workbench.clear();
		driver.waitUntil("closed", () -> !driver.hasShell(TITLE));
	}

	private Future<Optional<char[]>> ask(String token, boolean wrong, Tries tries) {
		return threads.submit(() -> prompt.ask(new Request(token, wrong, tries), cancelled::get));
	}

	@Test
	void givesThePinThatWasTyped() throws Exception {
		Future<Optional<char[]>> answer = ask("Contoso & Sons", false, Tries.UNKNOWN);
		Shell shell = driver.shell(TITLE);
		assertFalse(driver.enabled(WidgetIds.PIN_OK));
		assertFalse(driver.has(WidgetIds.PIN_STATE));
		assertEquals("The token \"Contoso && Sons\" asks for its PIN.", driver.text(WidgetIds.PIN_TOKEN));
		screenshots.keep(shell, "pin");
		driver.type(WidgetIds.PIN, "12ä34");
		driver.click(WidgetIds.PIN_OK);
		assertEquals("12ä34", new String(answer.get().orElseThrow()));
		assertFalse(driver.hasShell(TITLE));
	}

	@Test
	void givesNothingWhenThePersonRefuses() throws Exception {
		Future<Optional<char[]>> answer = ask("Token", false, Tries.UNKNOWN);
		driver.type(WidgetIds.PIN, "1234");
		driver.click(WidgetIds.PIN_CANCEL);
		assertTrue(answer.get().isEmpty());
	}

	@Test
	void saysWhatAWrongPinCosts() throws Exception {
		Future<Optional<char[]>> answer = ask("Token", true, Tries.LAST);
		Shell shell = driver.shell(TITLE);
		assertEquals("This PIN was not right. This is the last try: another wrong PIN blocks the token.",
				driver.text(WidgetIds.PIN_STATE));
		screenshots.keep(shell, "pin-last-try");
		driver.click(WidgetIds.PIN_CANCEL);
		answer.get();
		ask("Token", false, Tries.FEW);
		driver.waitUntil("warning", () -> driver.text(WidgetIds.PIN_STATE).startsWith("A wrong PIN was given before."));
	}

	@Test
	void cancellingClosesTheDialog() {
		Future<Optional<char[]>> answer = ask("Token", false, Tries.UNKNOWN);
		Text field = driver.control(Text.class, WidgetIds.PIN);
		cancelled.set(true);
		assertInstanceOf(CancellationException.class, assertThrows(ExecutionException.class, answer::get).getCause());
		driver.waitUntil("closed", field::isDisposed);
	}

	@Test
	void interruptingClosesTheDialog() {
		ask("Token", false, Tries.UNKNOWN);
		Text field = driver.control(Text.class, WidgetIds.PIN);
		threads.shutdownNow();
		driver.waitUntil("closed", field::isDisposed);
	}

	@Test
	void asksForOneTokenAfterTheOther() throws Exception {
		Future<Optional<char[]>> first = ask("First", false, Tries.UNKNOWN);
		driver.shell(TITLE);
		Future<Optional<char[]>> second = ask("Second", false, Tries.UNKNOWN);
		driver.waitUntil("first", () -> driver.text(WidgetIds.PIN_TOKEN).contains("First"));
		driver.type(WidgetIds.PIN, "1");
		driver.click(WidgetIds.PIN_OK);
		assertEquals("1", new String(first.get().orElseThrow()));
		driver.waitUntil("second", () -> driver.text(WidgetIds.PIN_TOKEN).contains("Second"));
		driver.type(WidgetIds.PIN, "2");
		driver.click(WidgetIds.PIN_OK);
		assertEquals("2", new String(second.get().orElseThrow()));
	}

	@Test
	void opensOverTheDialogThatIsOpen() throws Exception {
		driver.menu(workbench.window(), "Microsoft 365", "Connect Organization…");
		Shell wizard = driver.shell(OpenWizard.TITLE);
		Future<Optional<char[]>> answer = ask("Token", false, Tries.UNKNOWN);
		Shell shell = driver.shell(TITLE);
		assertSame(wizard, driver.ask(shell::getParent));
		driver.click(WidgetIds.PIN_CANCEL);
		assertTrue(answer.get().isEmpty());
	}

	@Test
	void asksNobodyOnceCancelled() {
		assertThrows(CancellationException.class,
				() -> prompt.ask(new Request("Token", false, Tries.UNKNOWN), () -> true));
		driver.settle();
		assertFalse(driver.hasShell(TITLE));
	}
}
