package dev.latchkey.ui.tests;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/**
 * Does with the user interface what a person does: looks for controls until they are there, visible and enabled, clicks and
 * types. For any thread but the user interface's. What is looked for is named by the id that it carries
 * ({@code dev.latchkey.id}), or by its text without mnemonics.
 */
public final class WidgetDriver {

	private static final String ID = "dev.latchkey.id";
	private static final int PATIENCE_MILLIS = 60_000;
	private static final int POLL_MILLIS = 40;

	private final Display display;

	public WidgetDriver(Display display) {
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
			pause(POLL_MILLIS);
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

	public static void pause(long millis) {
		try {
			Thread.sleep(millis);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
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
		return wanted(Button.class, text, button -> plain(button.getText()).equals(Language.say(text)));
	}

	private <C extends Control> C wanted(Class<C> type, String what, Predicate<C> condition) {
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
				.sorted(Comparator.comparingInt(WidgetDriver::depth).reversed()).forEach(shell -> collect(shell, found));
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

	/** Clicks the button with that id, once it is enabled. */
	public void click(String id) {
		click(control(Button.class, id), id);
	}

	/** Clicks the button with that text, once it is enabled. */
	public void clickText(String text) {
		click(button(text), text);
	}

	private void click(Button button, String what) {
		waitUntil("enabled: " + what, () -> button.isDisposed() || button.isEnabled());
		start(() -> {
			if ((button.getStyle() & (SWT.CHECK | SWT.TOGGLE)) != 0) {
				button.setSelection(!button.getSelection());
			} else if ((button.getStyle() & SWT.RADIO) != 0) {
				choose(button);
			}
			button.notifyListeners(SWT.Selection, new Event());
		});
		settle();
	}

	private static void choose(Button radio) {
		for (Control sibling : radio.getParent().getChildren()) {
			if (sibling instanceof Button other && other != radio && (other.getStyle() & SWT.RADIO) != 0
					&& other.getSelection()) {
				other.setSelection(false);
				other.notifyListeners(SWT.Selection, new Event());
			}
		}
		radio.setSelection(true);
	}

	/** Lets what was started come to its end, or to its modal dialog. */
	public void settle() {
		for (int i = 0; i < 3; i++) {
			display.syncExec(() -> {
			});
		}
	}

	/** Puts the text into the field with that id, as typed and left. */
	public void type(String id, String text) {
		Text field = control(Text.class, id);
		waitUntil("enabled: " + id, field::isEnabled);
		display.syncExec(() -> {
			field.setFocus();
			field.setText(text);
			field.notifyListeners(SWT.FocusOut, new Event());
		});
		settle();
	}

	/** Puts another text into the field that has this one. */
	public void replace(String text, String other) {
		Text field = wanted(Text.class, text, control -> control.getText().equals(text));
		display.syncExec(() -> field.setText(other));
		settle();
	}

	/** Whether some visible text has that part. */
	public boolean hasText(String part) {
		return ask(() -> visibleTexts().contains(part));
	}

	/** The text of the control with that id. */
	public String text(String id) {
		Control control = control(Control.class, id);
		return ask(() -> textOf(control));
	}

	private static String textOf(Control control) {
		if (control instanceof Text text) {
			return text.getText();
		}
		if (control instanceof StyledText text) {
			return text.getText();
		}
		if (control instanceof Label label) {
			return label.getText();
		}
		if (control instanceof Combo combo) {
			return combo.getText();
		}
		if (control instanceof Table || control instanceof Tree) {
			return String.join("; ", cellsOf(control));
		}
		return control instanceof Button button ? plain(button.getText()) : "";
	}

	/** Chooses the entry with that text. */
	public void select(String id, String entry) {
		Combo combo = control(Combo.class, id);
		display.syncExec(() -> {
			combo.select(combo.indexOf(entry));
			combo.notifyListeners(SWT.Selection, new Event());
		});
		settle();
	}

	public void spin(String id, int value) {
		Spinner spinner = control(Spinner.class, id);
		display.syncExec(() -> {
			spinner.setSelection(value);
			spinner.notifyListeners(SWT.Selection, new Event());
		});
		settle();
	}

	public boolean enabled(String id) {
		Control control = control(Control.class, id);
		return ask(control::isEnabled);
	}

	public boolean enabledText(String text) {
		Button button = button(text);
		return ask(button::isEnabled);
	}

	public boolean checked(String id) {
		Button button = control(Button.class, id);
		return ask(button::getSelection);
	}

	/** The rows of the table or tree with that id, cells joined by " | ", children of a tree indented. */
	public List<String> rows(String id) {
		Control control = control(Control.class, id);
		return ask(() -> cellsOf(control));
	}

	private static List<String> cellsOf(Control control) {
		return control instanceof Table table
				? Arrays.stream(table.getItems()).map(item -> cells(table.getColumnCount(), item::getText)).toList()
				: lines((Tree) control);
	}

	private static List<String> lines(Tree tree) {
		List<String> lines = new ArrayList<>();
		for (TreeItem item : tree.getItems()) {
			lines.add(cells(tree.getColumnCount(), item::getText));
			for (TreeItem child : item.getItems()) {
				if (!child.getText().isEmpty()) {
					lines.add("  " + cells(tree.getColumnCount(), child::getText));
				}
			}
		}
		return lines;
	}

	private static String cells(int columns, IntFunction<String> cell) {
		List<String> cells = new ArrayList<>();
		for (int column = 0; column < Math.max(1, columns); column++) {
			cells.add(cell.apply(column));
		}
		return String.join(" | ", cells);
	}

	/** Selects, for each of the texts, the first row of the table that contains it. */
	public void selectRow(String id, String... texts) {
		Table table = control(Table.class, id);
		waitUntil("rows " + String.join(", ", texts), () -> rows(table, texts).length == texts.length);
		display.syncExec(() -> {
			table.setSelection(rows(table, texts));
			table.notifyListeners(SWT.Selection, new Event());
		});
		settle();
	}

	/** Ticks the first row of the table that contains the text. */
	public void tickRow(String id, String text) {
		Table table = control(Table.class, id);
		waitUntil("row " + text, () -> row(table, text).isPresent());
		display.syncExec(() -> {
			Event event = new Event();
			event.item = row(table, text).orElseThrow();
			event.detail = SWT.CHECK;
			((TableItem) event.item).setChecked(true);
			table.notifyListeners(SWT.Selection, event);
		});
		settle();
	}

	/** The rows of the table that are ticked, as {@link #rows} tells them. */
	public List<String> tickedRows(String id) {
		Table table = control(Table.class, id);
		return ask(() -> Arrays.stream(table.getItems()).filter(TableItem::getChecked)
				.map(item -> cells(table.getColumnCount(), item::getText)).toList());
	}

	/** Goes to the page with that name in a dialog of preferences or properties. */
	public void selectPage(String name) {
		Tree tree = wanted(Tree.class, "pages", control -> control.getData(ID) == null
				&& Arrays.stream(control.getItems()).anyMatch(item -> item.getText().equals(name)));
		display.syncExec(() -> {
			tree.setSelection(Arrays.stream(tree.getItems()).filter(item -> item.getText().equals(name)).findFirst()
					.orElseThrow());
			tree.notifyListeners(SWT.Selection, new Event());
		});
		settle();
	}

	/** Double-clicks what is selected in the table with that id. */
	public void openSelected(String id) {
		Table table = control(Table.class, id);
		start(() -> {
			Event event = new Event();
			event.item = table.getSelection()[0];
			table.notifyListeners(SWT.DefaultSelection, event);
		});
		settle();
	}

	private static TableItem[] rows(Table table, String... texts) {
		return Arrays.stream(texts).map(text -> row(table, text)).flatMap(Optional::stream).toArray(TableItem[]::new);
	}

	private static Optional<TableItem> row(Table table, String text) {
		return Arrays.stream(table.getItems()).filter(item -> cells(table.getColumnCount(), item::getText).contains(text))
				.findFirst();
	}

	/** Chooses an item of the menu bar, by the texts on the way to it. */
	public void menu(Shell window, String... path) {
		AtomicReference<MenuItem> last = new AtomicReference<>();
		waitUntil("menu " + String.join(" > ", path), () -> {
			last.set(item(window.getMenuBar(), path, 0));
			return last.get() != null;
		});
		MenuItem item = last.get();
		start(() -> item.notifyListeners(SWT.Selection, new Event()));
		settle();
	}

	/** Chooses an item of the control's context menu. */
	public void contextMenu(String id, String text) {
		Control control = control(Control.class, id);
		AtomicReference<MenuItem> found = new AtomicReference<>();
		waitUntil("context menu " + text, () -> {
			found.set(item(control.getMenu(), new String[] { text }, 0));
			return found.get() != null && found.get().isEnabled();
		});
		MenuItem item = found.get();
		start(() -> item.notifyListeners(SWT.Selection, new Event()));
		settle();
	}

	static MenuItem item(Menu menu, String[] path, int depth) {
		menu.notifyListeners(SWT.Show, new Event());
		for (MenuItem item : menu.getItems()) {
			if (plain(item.getText()).equals(path[depth])) {
				return depth == path.length - 1 ? item : item(item.getMenu(), path, depth + 1);
			}
		}
		return null;
	}

	/** The text without mnemonics, and without the accelerator of a menu. */
	public static String plain(String text) {
		return text.replaceAll("&(?!&)", "").replaceAll("\t.*", "");
	}

	/** Everything that can be read now, to explain a failure. */
	private String visibleTexts() {
		StringBuilder texts = new StringBuilder();
		for (Control control : controls()) {
			String text = control.isVisible() ? textOf(control) : "";
			if (!text.isBlank()) {
				texts.append(control.getClass().getSimpleName()).append(control.isEnabled() ? " " : " (disabled) ")
						.append(text.replace('\n', ' ')).append('\n');
			}
		}
		return texts.toString();
	}
}
