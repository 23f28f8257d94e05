package dev.latchkey.ui.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.connect.ConnectWizard;
import dev.latchkey.ui.internal.forms.FormDialog;

/** The wizard on a bare shell, opened for one test, with what a person does in it most often. */
final class OpenWizard implements AutoCloseable {

	private static final String EDIT_TITLE = "Edit Microsoft 365 Organization";
	static final String TITLE = "Connect Microsoft 365 Organization";
	static final String SELECT_TITLE = "Select Certificate";
	static final String EXPORT_TITLE = "Export Certificate";
	static final String HAND_OVER_TITLE = "Hand Over";
	static final String SAVE_TITLE = "Save Plan";
	static final String LEAVE_TITLE = "Changes Were Made";
	static final String UNDO_TITLE = "Undo Changes";
	private static final Set<String> TITLES = Set.of(TITLE, EDIT_TITLE, SELECT_TITLE, EXPORT_TITLE, HAND_OVER_TITLE,
			SAVE_TITLE, LEAVE_TITLE, UNDO_TITLE);
	static final String APPLICATION = "1f0e2d3c-4b5a-6978-8796-a5b4c3d2e1f0";

	private final WidgetDriver driver = new WidgetDriver(Display.getDefault());
	private final Screenshots screenshots = new Screenshots(driver);
	private final TestServices services = new TestServices();
	private final List<Connection> saved = new CopyOnWriteArrayList<>();
	private final String title;

	OpenWizard() {
		this(Optional.empty());
	}

	OpenWizard(Optional<Connection> edited) {
		this(edited, services -> {
		});
	}

	/** @param before prepares what the wizard finds when it opens */
	OpenWizard(Optional<Connection> edited, Consumer<TestServices> before) {
		before.accept(services);
		title = edited.isPresent() ? EDIT_TITLE : TITLE;
		driver.start(() -> {
			FormDialog dialog = new FormDialog(null, new ConnectWizard(services, edited, saved::add));
			dialog.open();
		});
		driver.shell(title);
	}

	WidgetDriver driver() {
		return driver;
	}

	TestServices services() {
		return services;
	}

	ScriptedRegistration registration() {
		return services.registration();
	}

	/** What Finish has saved. */
	List<Connection> saved() {
		return new ArrayList<>(saved);
	}

	Shell shell() {
		return driver.shell(title);
	}

	/** What the page says below its title. */
	String message() {
		return driver.ask(() -> ((WizardDialog) shell(title).getData()).getCurrentPage().getErrorMessage() != null
				? ((WizardDialog) shell(title).getData()).getCurrentPage().getErrorMessage()
				: String.valueOf(((WizardDialog) shell(title).getData()).getCurrentPage().getMessage()));
	}

	private Shell shell(String text) {
		for (Shell shell : Display.getCurrent().getShells()) {
			if (shell.getText().equals(Language.say(text))) {
				return shell;
			}
		}
		throw new IllegalStateException("There is no window " + text);
	}

	String pageTitle() {
		return driver.ask(() -> ((WizardDialog) shell(title).getData()).getCurrentPage().getTitle());
	}

	void waitForPage(String pageTitle) {
		driver.waitUntil("page " + pageTitle,
				() -> ((WizardDialog) shell(title).getData()).getCurrentPage().getTitle()
						.equals(Language.say(pageTitle)));
	}

	void waitForMessage(String part) {
		driver.waitUntil("message " + part, () -> message().contains(part));
	}

	void next() {
		driver.clickText("Next >");
	}

	void back() {
		driver.clickText("< Back");
	}

	boolean nextEnabled() {
		return driver.enabledText("Next >");
	}

	boolean finishEnabled() {
		return driver.enabledText("Finish");
	}

	void keep(String name) {
		screenshots.keep(shell(), name);
	}

	void keep(Shell shell, String name) {
		screenshots.keep(shell, name);
	}

	/** Goes to the application page and fills it in, with a new certificate. */
	void fillApplication() {
		next();
		waitForPage("Application");
		driver.type(WidgetIds.ACCOUNT, "alex@contoso.com");
		driver.type(WidgetIds.APPLICATION_ID, APPLICATION);
		generateCertificate();
		driver.waitUntil("Next", this::nextEnabled);
	}

	void generateCertificate() {
		driver.click(WidgetIds.INSTALL);
		driver.shell(SELECT_TITLE);
		driver.clickText("Next >");
		driver.clickText("Finish");
		driver.waitUntil("certificate", () -> !driver.hasShell(SELECT_TITLE));
	}

	/** Goes on to the sign-in page and signs in. */
	void signIn() {
		next();
		waitForPage("Sign In");
		registration().signIns.add(Optional.empty());
		driver.waitUntil("signed in", this::nextEnabled);
	}

	@Override
	public void close() {
		driver.display().syncExec(() -> {
			for (Shell shell : Display.getCurrent().getShells()) {
				if (!shell.isDisposed() && TITLES.stream().map(Language::say).anyMatch(shell.getText()::equals)) {
					shell.dispose();
				}
			}
		});
		forget();
		services.release();
	}

	/** Other tests start without connections. */
	private void forget() {
		try {
			for (Connection connection : saved) {
				services.get().connections().remove(connection.id());
			}
		} catch (ConnectionException e) {
			throw new IllegalStateException(e);
		}
	}
}
