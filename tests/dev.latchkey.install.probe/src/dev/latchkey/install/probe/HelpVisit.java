package dev.latchkey.install.probe;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.cheatsheets.OpenCheatSheetAction;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.Section;

/** Presses F1 in the view and in the wizard, reads the book, and goes through the cheat sheet. Everything in the UI thread. */
final class HelpVisit {

	private static final String VIEW = "dev.latchkey.ui.organizations";
	private static final String CHEAT_SHEET = "dev.latchkey.help.connect";

	private final IWorkbench workbench = PlatformUI.getWorkbench();
	private final IWorkbenchPage page = workbench.getActiveWorkbenchWindow().getActivePage();
	private final Shell window = workbench.getActiveWorkbenchWindow().getShell();
	private final Display display = workbench.getDisplay();
	private final Report report;
	private final Steps steps;
	private CompletableFuture<Void> reading;

	HelpVisit(Report report) {
		this.report = report;
		steps = new Steps(display, report, this::end);
		steps.then(() -> Optional.of(this::openView));
		steps.then(() -> Optional.of(VIEW).filter(this::hasKeyboard).map(view -> this::pressF1));
		steps.then(() -> section(window, "Microsoft 365 Organizations").map(title -> () -> read(title)));
		steps.then(() -> Optional.of(reading).filter(CompletableFuture::isDone).map(done -> this::openCheatSheet));
		steps.then(() -> link("Click to Begin").map(begin -> () -> begin(begin)));
		link("have", "Click when complete");
		link("open", "Click to perform");
		steps.then(() -> dialog().filter(dialog -> display.getFocusControl() != null).map(dialog -> this::pressF1));
		steps.then(() -> dialog().flatMap(dialog -> section(dialog, "Organization").map(title -> () -> leave(dialog, title))));
		link("sign in", "Click when complete");
		link("wait", "Click when complete");
		link("look after", "Click to perform");
		steps.then(() -> Optional.ofNullable(page.findView(VIEW)).map(view -> () -> report.tell("cheatsheet.end", view.getTitle())));
	}

	void start() {
		steps.start();
	}

	private void openView() {
		try {
			page.showView(VIEW);
		} catch (PartInitException e) {
			report.tell("view", e.toString());
		}
	}

	private boolean hasKeyboard(String view) {
		return page.getActivePart() == page.findView(view) && display.getFocusControl() != null
				&& display.getActiveShell() == window;
	}

	/** The key itself, from the system to whatever has the keyboard. */
	private void pressF1() {
		Event key = new Event();
		key.keyCode = SWT.F1;
		for (int type : new int[] { SWT.KeyDown, SWT.KeyUp }) {
			key.type = type;
			display.post(key);
		}
	}

	/** The heading of the help that the shell shows, once it is that. */
	private static Optional<String> section(Shell shell, String title) {
		return Screen.find(shell, Section.class, section -> section.getText().equals(title)).map(Section::getText);
	}

	private void read(String shown) {
		report.tell("f1.view", shown);
		reading = CompletableFuture.runAsync(new HelpReader(report)::read)
				.whenComplete((nothing, failure) -> report.tell("book.failure", String.valueOf(failure)));
	}

	private void openCheatSheet() {
		page.hideView(page.findView(VIEW));
		new OpenCheatSheetAction(CHEAT_SHEET).run();
	}

	private void begin(Hyperlink begin) {
		report.tell("cheatsheet", Screen.all(window, ScrolledForm.class).map(ScrolledForm::getText).collect(Collectors.joining("|")));
		activate(begin);
	}

	private void link(String item, String text) {
		steps.then(() -> link(text).map(found -> () -> {
			report.tell("cheatsheet." + item, text);
			activate(found);
		}));
	}

	private Optional<Hyperlink> link(String text) {
		Predicate<Hyperlink> wanted = link -> text.equals(link.getText()) || text.equals(link.getToolTipText());
		return Screen.find(window, Hyperlink.class, wanted);
	}

	/** By the key that activates links. */
	private static void activate(Hyperlink link) {
		Event enter = new Event();
		enter.character = SWT.CR;
		link.notifyListeners(SWT.KeyDown, enter);
	}

	private Optional<Shell> dialog() {
		return Optional.ofNullable(display.getActiveShell()).filter(shell -> shell != window && shell.isVisible());
	}

	private void leave(Shell dialog, String shown) {
		report.tell("f1.wizard", shown);
		report.tell("cheatsheet.dialog", dialog.getText());
		dialog.close();
	}

	private void end() {
		report.close();
		display.asyncExec(workbench::close);
	}
}
