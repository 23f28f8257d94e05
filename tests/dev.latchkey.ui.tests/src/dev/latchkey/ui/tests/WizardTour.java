package dev.latchkey.ui.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.swt.widgets.Shell;

import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.registration.Reason;
import dev.latchkey.ui.internal.WidgetIds;

/** A walk through every page of the wizards, in any language. */
final class WizardTour implements AutoCloseable {

	private final OpenWizard wizard;
	private final WidgetDriver driver;

	WizardTour() {
		wizard = new OpenWizard(Optional.empty(), services -> services.registration().journal.interrupted("a".repeat(64)));
		wizard.registration().home = Optional.of(MicrosoftClouds.GCC_HIGH);
		driver = wizard.driver();
	}

	/** Goes through all wizards; what is done on a page is done in the user interface thread, one after the other. */
	@SafeVarargs
	final void forEachPage(Consumer<Shell>... actions) {
		Consumer<Shell> action = inTurn(driver, actions);
		wizard.waitForPage("Interrupted");
		action.accept(wizard.shell());
		driver.click(WidgetIds.INTERRUPTED_LATER);
		wizard.next();
		wizard.waitForPage("Organization");
		action.accept(wizard.shell());
		wizard.next();
		wizard.waitForPage("Application");
		action.accept(wizard.shell());
		forEachCertificatePage(action);
		wizard.generateCertificate();
		action.accept(wizard.shell());
		lookAtExport(action);
		driver.type(WidgetIds.ACCOUNT, "alex@contoso.com");
		driver.type(WidgetIds.APPLICATION_ID, OpenWizard.APPLICATION);
		driver.waitUntil("Next", wizard::nextEnabled);
		wizard.next();
		wizard.waitForPage("Sign In");
		driver.waitUntil("code", () -> !driver.text(WidgetIds.CODE).isEmpty());
		action.accept(wizard.shell());
		lookAtTheBrowserWay(action);
		wizard.registration().signIns.add(Optional.empty());
		driver.waitUntil("signed in", wizard::nextEnabled);
		wizard.next();
		wizard.waitForPage("Review");
		driver.waitUntil("plan", wizard::nextEnabled);
		action.accept(wizard.shell());
		lookAtDocument(WidgetIds.REVIEW_SAVE, OpenWizard.SAVE_TITLE, action);
		lookAtDocument(WidgetIds.REVIEW_HAND_OVER, OpenWizard.HAND_OVER_TITLE, action);
		wizard.next();
		wizard.waitForPage("Connect");
		driver.waitUntil("proven", wizard::finishEnabled);
		action.accept(wizard.shell());
		driver.click(WidgetIds.CONNECT_UNDO);
		driver.clickText("Undo Changes");
		wizard.waitForPage("Undo");
		driver.waitUntil("undone", wizard::finishEnabled);
		action.accept(wizard.shell());
	}

	/** All of them in the user interface thread, each when what came before it has its effect. */
	@SafeVarargs
	static Consumer<Shell> inTurn(WidgetDriver driver, Consumer<Shell>... actions) {
		return shell -> {
			for (Consumer<Shell> each : actions) {
				driver.settle();
				driver.display().syncExec(() -> each.accept(shell));
			}
		};
	}

	/** Also with a line about the region, and where the organization does not allow it; then goes back to the code. */
	private void lookAtTheBrowserWay(Consumer<Shell> action) {
		assertTrue(driver.has(WidgetIds.REGION_CHANGE));
		driver.click(WidgetIds.WAY_BROWSER);
		driver.click(WidgetIds.OPEN_BROWSER);
		driver.waitUntil("stop", () -> driver.has(WidgetIds.STOP_WAITING));
		action.accept(wizard.shell());
		wizard.registration().signIns.add(Optional.of(ScriptedRegistration.failure(Reason.SIGN_IN_BLOCKED)));
		driver.waitUntil("the other way", () -> driver.has(WidgetIds.OTHER_WAY));
		action.accept(wizard.shell());
		driver.click(WidgetIds.OTHER_WAY);
		driver.waitUntil("code", () -> !driver.text(WidgetIds.CODE).isEmpty());
	}

	private void forEachCertificatePage(Consumer<Shell> action) {
		for (String type : List.of(WidgetIds.TYPE_GENERATE, WidgetIds.TYPE_STORE, WidgetIds.TYPE_FILE)) {
			driver.click(WidgetIds.INSTALL);
			Shell shell = driver.shell(OpenWizard.SELECT_TITLE);
			driver.click(type);
			action.accept(shell);
			driver.clickText("Next >");
			if (type.equals(WidgetIds.TYPE_GENERATE)) {
				driver.click(WidgetIds.GENERATE_ADVANCED);
			}
			action.accept(shell);
			driver.clickText("Cancel");
			driver.waitUntil("closed", () -> !driver.hasShell(OpenWizard.SELECT_TITLE));
		}
	}

	private void lookAtExport(Consumer<Shell> action) {
		driver.click(WidgetIds.EXPORT);
		Shell shell = driver.shell(OpenWizard.EXPORT_TITLE);
		driver.click(WidgetIds.EXPORT_KEY);
		driver.waitUntil("pass phrase", () -> !driver.text(WidgetIds.EXPORT_PHRASE).isEmpty());
		action.accept(shell);
		driver.clickText("Cancel");
		driver.waitUntil("closed", () -> !driver.hasShell(OpenWizard.EXPORT_TITLE));
	}

	private void lookAtDocument(String button, String title, Consumer<Shell> action) {
		driver.click(button);
		action.accept(driver.shell(title));
		driver.clickText("Cancel");
		driver.waitUntil("closed", () -> !driver.hasShell(title));
	}

	@Override
	public void close() {
		wizard.close();
	}
}
