package dev.latchkey.ui.tests;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/**
 * Looks for windows and controls until they are there and visible. For any thread but the user interface's. What is looked for is
 * named by the id that it carries ({@code dev.latchkey.id}), or by its text without mnemonics.
 */
abstract class WidgetFinder {

	static final String ID = "dev.latchkey.id";
	private static final int PATIENCE_MILLIS = 60_000;
	private static final int POLL_MILLIS = 40;

	private final Display display;

	WidgetFinder(Display display) {
		this.display = display;
	}

	public Display display() {
		return display;
	}

	/** Asks something in the user interface thread. */
	public <T> T ask(Supplier<T> question) {
		AtomicReference<T> answer = new AtomicReference<>();
		display.syncExec(() -> answer.set(question.get()));
		return answer.get();
	}

	/** Starts something in the user interface thread without waiting, because it may open a modal dialog. */
	public void start(Runnable action) {
		display.asyncExec(action);
	}

	/** Lets what was started come to its end, or to its modal dialog. */
	public void settle() {
		for (int i = 0; i < 3; i++) {
			display.syncExec(() -> {
			});
		}
	}

	/**
	 * Waits until the condition, asked in the user interface thread, is true. A condition may use this driver: there nothing
	 * waits, what is not there yet makes the condition false.
	 */
	public void waitUntil(String what, BooleanSupplier condition) {
		long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
		while (!ask(() -> holds(condition))) {
			if (inUserInterfaceThread()) {
				throw new NotThereYet(what);
			}
			if (System.nanoTime() > end) {
				throw new AssertionError("Waited in vain for: " + what + "\n" + ask(this::visibleTexts));
			}
			WidgetDriver.pause(POLL_MILLIS);
		}
	}

	private static boolean holds(BooleanSupplier condition) {
		try {
			return condition.getAsBoolean();
		} catch (NotThereYet e) {
			return false;
		}
	}

	private boolean inUserInterfaceThread() {
		return Display.findDisplay(Thread.currentThread()) == display;
	}

	/** Thrown instead of waiting where waiting would keep the awaited from coming. */
	private static final class NotThereYet extends RuntimeException {

		private static final long serialVersionUID = 1;

		NotThereYet(String what) {
			super(what);
		}
	}

	/** The shell with that title, once it is there. */
	public Shell shell(String title) {
		waitUntil("window " + title, () -> shellNow(title).isPresent());
		return ask(() -> shellNow(title).orElseThrow());
	}

	/** Whether there is a shell with that title now. */
	public boolean hasShell(String title) {
		return ask(() -> shellNow(title).isPresent());
	}

	private Optional<Shell> shellNow(String title) {
		return Arrays.stream(display.getShells()).filter(shell -> shell.isVisible() && shell.getText().equals(Language.say(title)))
				.findFirst();
	}

	/** The control with that id, once it is visible. */
	public <C extends Control> C control(Class<C> type, String id) {
		return wanted(type, id, control -> id.equals(control.getData(ID)));
	}

	/** The button with that text, once it is visible; mnemonics and what stands behind the text don't matter. */
	public Button button(String text) {
		return wanted(Button.class, text, button -> WidgetDriver.plain(button.getText()).equals(Language.say(text)));
	}

	final <C extends Control> C wanted(Class<C> type, String what, Predicate<C> condition) {
		waitUntil(type.getSimpleName() + " " + what, () -> find(type, condition).isPresent());
		return ask(() -> find(type, condition).orElseThrow());
	}

	/** Whether there is a visible control with that id now. */
	public boolean has(String id) {
		return ask(() -> find(Control.class, control -> id.equals(control.getData(ID))).isPresent());
	}

	private <C extends Control> Optional<C> find(Class<C> type, Predicate<C> condition) {
		return controls().stream().filter(type::isInstance).map(type::cast).filter(Control::isVisible).filter(condition)
				.findFirst();
	}

	/** All controls, those of dialogs before those of the windows that they are over. */
	private List<Control> controls() {
		List<Control> found = new ArrayList<>();
		Arrays.stream(display.getShells()).filter(Shell::isVisible)
				.sorted(Comparator.comparingInt(WidgetFinder::depth).reversed()).forEach(shell -> collect(shell, found));
		return found;
	}

	private static int depth(Shell shell) {
		return shell.getParent() == null ? 0 : depth(shell.getParent().getShell()) + 1;
	}

	private static void collect(Composite parent, List<Control> found) {
		for (Control child : parent.getChildren()) {
			found.add(child);
			if (child instanceof Composite composite) {
				collect(composite, found);
			}
		}
	}

	/** Whether some visible text has that part. */
	public boolean hasText(String part) {
		return ask(() -> visibleTexts().contains(part));
	}

	/** Everything that can be read now, to explain a failure. */
	private String visibleTexts() {
		StringBuilder texts = new StringBuilder();
		for (Control control : controls()) {
			String text = control.isVisible() ? Cells.text(control) : "";
			if (!text.isBlank()) {
				texts.append(control.getClass().getSimpleName()).append(control.isEnabled() ? " " : " (disabled) ")
						.append(text.replace('\n', ' ')).append('\n');
			}
		}
		return texts.toString();
	}
}
