package dev.latchkey.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.latchkey.certificate.PinPrompt;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.ui.internal.WidgetIds;

/** Every page in German and in the pseudo-locale, with usual and with large text, on a large and on a low display. */
class LanguageLayoutTest {

	private static final String VIEW = "dev.latchkey.ui.organizations";
	/** What there may be of 1024 by 768 or 1280 by 720, and of a display on which twice as large text makes sense. */
	private static final Point[] LOW = { new Point(1024, 640), new Point(1600, 900) };

	/** Of the platform's dialog when it was not made larger. */
	private static final Point PREFERENCES = new Point(800, 640);

	private final Workbench workbench = new Workbench();
	private final WidgetDriver driver = workbench.driver();
	private final Screenshots screenshots = new Screenshots(driver);
	private final List<String> faults = new ArrayList<>();
	private Language language;
	private int pages;
	private Point usual;

	@AfterEach
	void speakEnglish() {
		workbench.clear();
		if (language != null) {
			language.close();
		}
		if (TextSize.canChange()) {
			driver.display().syncExec(() -> TextSize.scale(1));
		}
	}

	@ParameterizedTest
	@CsvSource({ "de, 1", "en-XA, 1", "en-XA, 2" })
	void everyPageIsSeenWhole(String tag, int size) {
		speak(tag, size);
		String name = tag + '-' + size + '-';
		try (WizardTour tour = new WizardTour()) {
			tour.forEachPage(shell -> look(shell, name + ++pages), shell -> shrink(shell, LOW[size - 1]), shell -> check(shell, name + pages + "-low"),
					shell -> shell.setSize(usual));
		}
		assertEquals(List.of(), faults);
	}

	private void speak(String tag, int size) {
		language = Language.use(tag);
		if (TextSize.canChange()) {
			driver.display().syncExec(() -> TextSize.scale(size));
		}
	}

	@ParameterizedTest
	@CsvSource({ "de, 1", "en-XA, 1", "en-XA, 2" })
	void everyPageForConnectionsIsSeenWhole(String tag, int size, @TempDir Path folder) throws ConnectionException {
		speak(tag, size);
		String name = tag + '-' + size + "-task-";
		try (TaskTour tour = new TaskTour(folder)) {
			tour.forEachPage(shell -> look(shell, name + ++pages), shell -> shrink(shell, LOW[size - 1]), shell -> check(shell, name + pages + "-low"),
					shell -> shell.setSize(usual));
		}
		assertEquals(List.of(), faults);
	}

	private void look(Shell shell, String name) {
		faults.addAll(Mnemonics.faults(shell));
		check(shell, name);
	}

	private void shrink(Shell shell, Point low) {
		usual = shell.getSize();
		shell.setSize(Math.min(usual.x, low.x), Math.min(usual.y, low.y));
	}

	private void check(Shell shell, String name) {
		faults.addAll(Room.faults(shell, name + ' ' + Room.page(shell)));
		screenshots.keepNow(shell, name);
	}

	@ParameterizedTest
	@ValueSource(strings = { Language.GERMAN, Language.PSEUDO })
	void viewAndPreferencesAreSeenWhole(String tag) throws ConnectionException {
		language = Language.use(tag);
		SavedConnections saved = new SavedConnections();
		saved.clear();
		saved.add("Contoso", Connection.State.CONNECTED, Duration.ofDays(10));
		saved.add("Fabrikam", Connection.State.NEEDS_PERMISSION, Duration.ofDays(300));
		driver.display().syncExec(LanguageLayoutTest::openView);
		Control table = driver.control(Control.class, WidgetIds.ORGANIZATIONS);
		driver.settle();
		driver.display().syncExec(() -> {
			Composite view = table.getParent();
			while (!(view.getParent() instanceof CTabFolder)) {
				view = view.getParent();
			}
			// the list's columns keep the widths that they had in another language, as if somebody had chosen them
			Room.faults(view, "view").stream().filter(fault -> !fault.startsWith("view: column ")).forEach(faults::add);
			screenshots.keepNow(view.getShell(), tag + "-view");
		});
		lookAtPreferences("dev.latchkey.ui.preferences.connections", WidgetIds.NEW_CLOUD, tag + "-preferences-connections", true);
		// the pseudo-locale lets lists of files grow in three columns at once
		lookAtPreferences("dev.latchkey.ui.preferences", WidgetIds.SIGN_IN_METHOD, tag + "-preferences", tag.equals(Language.GERMAN));
		saved.clear();
		assertEquals(List.of(), faults);
	}

	/** The dialog gives a page that is too wide a scroll bar, and may open it scrolled. */
	private void lookAtPreferences(String id, String combo, String name, boolean fits) {
		driver.start(() -> PreferencesUtil.createPreferenceDialogOn(workbench.window(), id, null, null).open());
		Combo first = driver.control(Combo.class, combo);
		driver.display().syncExec(() -> first.getShell().setSize(PREFERENCES));
		driver.settle();
		driver.display().syncExec(() -> {
			check(first.getShell(), name);
			Room.sideways(first).filter(fault -> fits).ifPresent(fault -> faults.add(name + ": " + fault));
		});
		driver.clickText("Cancel");
		driver.waitUntil("closed", first::isDisposed);
	}

	private static void openView() {
		try {
			PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage().showView(VIEW);
		} catch (PartInitException e) {
			throw new IllegalStateException(e);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { Language.GERMAN, Language.PSEUDO })
	void thePinDialogIsSeenWhole(String tag) throws InterruptedException {
		language = Language.use(tag);
		AtomicBoolean cancelled = new AtomicBoolean();
		PinPrompt prompt = TestServices.service(PinPrompt.class);
		Thread asker = new Thread(() -> prompt.ask(new PinPrompt.Request("Contoso", true, PinPrompt.Tries.LAST), cancelled::get)
				.ifPresent(pin -> faults.add("nobody has typed a PIN")));
		asker.start();
		Shell shell = driver.shell("Token PIN");
		driver.display().syncExec(() -> check(shell, tag + "-pin"));
		cancelled.set(true);
		asker.join();
		assertEquals(List.of(), faults);
	}
}
