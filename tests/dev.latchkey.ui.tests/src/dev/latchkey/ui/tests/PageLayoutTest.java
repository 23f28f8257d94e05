package dev.latchkey.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.registration.Reason;
import dev.latchkey.ui.internal.WidgetIds;

/** What every page owes to keyboards, screen readers and languages longer than English. */
class PageLayoutTest {

	private static final double LONGER = 1.4;

	private OpenWizard wizard;
	private WidgetDriver driver;
	private final List<String> faults = new ArrayList<>();

	@BeforeEach
	void open() {
		wizard = new OpenWizard(Optional.empty(), services -> services.registration().journal.interrupted("a".repeat(64)));
		wizard.registration().home = Optional.of(MicrosoftClouds.GCC_HIGH);
		driver = wizard.driver();
	}

	@AfterEach
	void close() {
		wizard.close();
	}

	@Test
	void mnemonicsAreUniqueAndEveryFieldHasOne() {
		forEachPage(shell -> {
			checkMnemonics(shell);
			controls(shell).forEach(this::checkLabel);
		});
		assertEquals(List.of(), faults);
	}

	@Test
	void everyControlIsIdentified() {
		forEachPage(shell -> controls(shell).stream().filter(PageLayoutTest::input)
				.filter(control -> control.getData(WidgetIds.KEY) == null && !ofDialog(control))
				.forEach(control -> faults.add(page(shell) + ": " + control)));
		assertEquals(List.of(), faults);
	}

	@Test
	void nothingIsCutOff() {
		forEachPage(shell -> controls(shell).forEach(control -> checkRoom(shell, control)));
		assertEquals(List.of(), faults);
	}

	@Test
	void nothingIsCutOffWhenTextsAreLonger() {
		forEachPage(shell -> {
			controls(shell).forEach(PageLayoutTest::lengthen);
			shell.setSize(shell.computeSize(SWT.DEFAULT, SWT.DEFAULT));
			shell.layout(true, true);
			controls(shell).forEach(control -> checkRoom(shell, control));
		});
		assertEquals(List.of(), faults);
	}

	/** Goes through both wizards; what is done on a page is done in the user interface thread. */
	private void forEachPage(Consumer<Shell> action) {
		wizard.waitForPage("Interrupted");
		look(wizard.shell(), action);
		driver.click(WidgetIds.INTERRUPTED_LATER);
		wizard.next();
		wizard.waitForPage("Organization");
		look(wizard.shell(), action);
		wizard.next();
		wizard.waitForPage("Application");
		look(wizard.shell(), action);
		forEachCertificatePage(action);
		wizard.generateCertificate();
		look(wizard.shell(), action);
		lookAtExport(action);
		driver.type(WidgetIds.ACCOUNT, "alex@contoso.com");
		driver.type(WidgetIds.APPLICATION_ID, OpenWizard.APPLICATION);
		driver.waitUntil("Next", wizard::nextEnabled);
		wizard.next();
		wizard.waitForPage("Sign In");
		driver.waitUntil("code", () -> !driver.text(WidgetIds.CODE).isEmpty());
		look(wizard.shell(), action);
		lookAtTheBrowserWay(action);
		wizard.registration().signIns.add(Optional.empty());
		driver.waitUntil("signed in", wizard::nextEnabled);
		wizard.next();
		wizard.waitForPage("Review");
		driver.waitUntil("plan", wizard::nextEnabled);
		look(wizard.shell(), action);
		lookAtDocument(WidgetIds.REVIEW_SAVE, OpenWizard.SAVE_TITLE, action);
		lookAtDocument(WidgetIds.REVIEW_HAND_OVER, OpenWizard.HAND_OVER_TITLE, action);
		wizard.next();
		wizard.waitForPage("Connect");
		driver.waitUntil("proven", wizard::finishEnabled);
		look(wizard.shell(), action);
		driver.click(WidgetIds.CONNECT_UNDO);
		driver.clickText("Undo Changes");
		wizard.waitForPage("Undo");
		driver.waitUntil("undone", wizard::finishEnabled);
		look(wizard.shell(), action);
	}

	/** Also with a line about the region, and where the organization does not allow it; then goes back to the code. */
	private void lookAtTheBrowserWay(Consumer<Shell> action) {
		assertTrue(driver.has(WidgetIds.REGION_CHANGE));
		driver.click(WidgetIds.WAY_BROWSER);
		driver.click(WidgetIds.OPEN_BROWSER);
		driver.waitUntil("stop", () -> driver.has(WidgetIds.STOP_WAITING));
		look(wizard.shell(), action);
		wizard.registration().signIns.add(Optional.of(ScriptedRegistration.failure(Reason.SIGN_IN_BLOCKED)));
		driver.waitUntil("the other way", () -> driver.has(WidgetIds.OTHER_WAY));
		look(wizard.shell(), action);
		driver.click(WidgetIds.OTHER_WAY);
		driver.waitUntil("code", () -> !driver.text(WidgetIds.CODE).isEmpty());
	}

	private void forEachCertificatePage(Consumer<Shell> action) {
		for (String type : List.of(WidgetIds.TYPE_GENERATE, WidgetIds.TYPE_STORE, WidgetIds.TYPE_FILE)) {
			driver.click(WidgetIds.INSTALL);
			Shell shell = driver.shell(OpenWizard.SELECT_TITLE);
			driver.click(type);
			look(shell, action);
			driver.clickText("Next >");
			if (type.equals(WidgetIds.TYPE_GENERATE)) {
				driver.click(WidgetIds.GENERATE_ADVANCED);
			}
			look(shell, action);
			driver.clickText("Cancel");
			driver.waitUntil("closed", () -> !driver.hasShell(OpenWizard.SELECT_TITLE));
		}
	}

	private void lookAtExport(Consumer<Shell> action) {
		driver.click(WidgetIds.EXPORT);
		Shell shell = driver.shell(OpenWizard.EXPORT_TITLE);
		driver.click(WidgetIds.EXPORT_KEY);
		driver.waitUntil("pass phrase", () -> !driver.text(WidgetIds.EXPORT_PHRASE).isEmpty());
		look(shell, action);
		driver.clickText("Cancel");
		driver.waitUntil("closed", () -> !driver.hasShell(OpenWizard.EXPORT_TITLE));
	}

	private void lookAtDocument(String button, String title, Consumer<Shell> action) {
		driver.click(button);
		look(driver.shell(title), action);
		driver.clickText("Cancel");
		driver.waitUntil("closed", () -> !driver.hasShell(title));
	}

	private void look(Shell shell, Consumer<Shell> action) {
		driver.settle();
		driver.display().syncExec(() -> action.accept(shell));
	}

	private static List<Control> controls(Composite parent) {
		List<Control> found = new ArrayList<>();
		for (Control child : parent.getChildren()) {
			if (child.isVisible() && !(child instanceof Shell)) {
				found.add(child);
				if (child instanceof Composite composite) {
					found.addAll(controls(composite));
				}
			}
		}
		return found;
	}

	private static boolean input(Control control) {
		return control instanceof Text || control instanceof Combo || control instanceof Spinner
				|| control instanceof Table || control instanceof Tree || control instanceof Button
				|| control instanceof StyledText;
	}

	/** JFace's own: the title area and the buttons below. */
	private static boolean ofDialog(Control control) {
		return control.getData() instanceof Integer || control.getParent() instanceof Shell
				|| control instanceof Text text && (text.getStyle() & SWT.READ_ONLY) != 0
						&& control.getParent().getParent() instanceof Shell;
	}

	private static String page(Shell shell) {
		return ((WizardDialog) shell.getData()).getCurrentPage().getTitle();
	}

	private void checkMnemonics(Shell shell) {
		Map<String, String> seen = new HashMap<>();
		for (Control control : controls(shell)) {
			String text = text(control);
			int at = text.replace("&&", "  ").indexOf('&');
			if (at >= 0) {
				String key = text.substring(at + 1, at + 2).toLowerCase(Locale.ROOT);
				String other = seen.put(key, text);
				if (other != null) {
					faults.add(page(shell) + ": " + other + " and " + text);
				}
			}
		}
	}

	/** A field is named by the label before it, which also has its mnemonic. */
	private void checkLabel(Control control) {
		if (!input(control) || ofDialog(control)) {
			return;
		}
		String text = control instanceof Button ? text(control) : labelBefore(control);
		if (!text.contains("&")) {
			faults.add(page(control.getShell()) + ": no mnemonic for " + control.getData(WidgetIds.KEY) + " \"" + text + '"');
		}
	}

	private static String labelBefore(Control control) {
		List<Control> siblings = List.of(control.getParent().getChildren());
		int index = siblings.indexOf(control);
		if (index > 0) {
			return siblings.get(index - 1) instanceof Label label ? label.getText() : "";
		}
		return control.getParent() instanceof Shell ? "" : labelBefore(control.getParent());
	}

	private static String text(Control control) {
		return control instanceof Label label ? label.getText() : control instanceof Button button ? button.getText() : "";
	}

	private static void lengthen(Control control) {
		if (control instanceof Label label && !label.getText().isEmpty()) {
			label.setText(longer(label.getText()));
		} else if (control instanceof Button button && !ofDialog(button)) {
			button.setText(longer(button.getText()));
			if (button.getLayoutData() instanceof GridData data
					&& (button.getStyle() & SWT.PUSH) != 0) {
				data.widthHint = SWT.DEFAULT;
			}
		}
	}

	private static String longer(String text) {
		int extra = (int) Math.ceil(text.length() * (LONGER - 1));
		return text + " " + "longer ".repeat(extra / 7 + 1).substring(0, extra);
	}

	private void checkRoom(Shell shell, Control control) {
		if (!(control instanceof Label || control instanceof Button) || text(control).isEmpty() || ofDialog(control)) {
			return;
		}
		Point size = control.getSize();
		boolean wraps = (control.getStyle() & SWT.WRAP) != 0;
		Point wanted = control.computeSize(wraps ? size.x : SWT.DEFAULT, SWT.DEFAULT);
		Point end = shell.getDisplay().map(control.getParent(), shell, new Point(control.getLocation().x + size.x,
				control.getLocation().y + size.y));
		boolean outside = end.x > shell.getClientArea().width || end.y > shell.getClientArea().height;
		if (wanted.x > size.x && !wraps || wanted.y > size.y || outside) {
			faults.add(page(shell) + ": " + text(control) + " needs " + wanted + ", has " + size + ", ends at " + end);
		}
	}
}
