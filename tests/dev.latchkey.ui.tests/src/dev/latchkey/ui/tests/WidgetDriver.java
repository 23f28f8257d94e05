package dev.latchkey.ui.tests;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;

/**
 * Does with the user interface what a person does: looks for controls until they are there, visible and enabled, clicks and
 * types. For any thread but the user interface's. What is looked for is named by the id that it carries
 * ({@code dev.latchkey.id}), or by its text without mnemonics.
 */
public final class WidgetDriver extends WidgetFinder {

	public WidgetDriver(Display display) {
		super(display);
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

	/** Puts the text into the field with that id, as typed and left. */
	public void type(String id, String text) {
		Text field = control(Text.class, id);
		waitUntil("enabled: " + id, field::isEnabled);
		display().syncExec(() -> {
			field.setFocus();
			field.setText(text);
			field.notifyListeners(SWT.FocusOut, new Event());
		});
		settle();
	}

	/** Puts another text into the field that has this one. */
	public void replace(String text, String other) {
		Text field = wanted(Text.class, text, control -> control.getText().equals(text));
		display().syncExec(() -> field.setText(other));
		settle();
	}

	/** The text of the control with that id. */
	public String text(String id) {
		Control control = control(Control.class, id);
		return ask(() -> Cells.text(control));
	}

	/** Chooses the entry with that text. */
	public void select(String id, String entry) {
		Combo combo = control(Combo.class, id);
		display().syncExec(() -> {
			combo.select(combo.indexOf(entry));
			combo.notifyListeners(SWT.Selection, new Event());
		});
		settle();
	}

	public void spin(String id, int value) {
		Spinner spinner = control(Spinner.class, id);
		display().syncExec(() -> {
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
		return ask(() -> Cells.rows(control));
	}

	/** Selects, for each of the texts, the first row of the table that contains it. */
	public void selectRow(String id, String... texts) {
		Table table = control(Table.class, id);
		waitUntil("rows " + String.join(", ", texts), () -> Cells.find(table, texts).length == texts.length);
		display().syncExec(() -> {
			table.setSelection(Cells.find(table, texts));
			table.notifyListeners(SWT.Selection, new Event());
		});
		settle();
	}

	/** Ticks the first row of the table that contains the text. */
	public void tickRow(String id, String text) {
		tickRow(id, text, true);
	}

	/** As {@link #tickRow(String, String)}, the other way. */
	public void untickRow(String id, String text) {
		tickRow(id, text, false);
	}

	private void tickRow(String id, String text, boolean ticked) {
		Table table = control(Table.class, id);
		waitUntil("row " + text, () -> Cells.find(table, text).length == 1);
		display().syncExec(() -> tick(Cells.find(table, text)[0], ticked));
		settle();
	}

	/** Ticks all rows of the table, or none. */
	public void tickAll(String id, boolean ticked) {
		Table table = control(Table.class, id);
		display().syncExec(() -> Arrays.stream(table.getItems()).forEach(item -> tick(item, ticked)));
		settle();
	}

	private static void tick(TableItem item, boolean ticked) {
		Event event = new Event();
		event.item = item;
		event.detail = SWT.CHECK;
		item.setChecked(ticked);
		item.getParent().notifyListeners(SWT.Selection, event);
	}

	/** The rows of the table that are ticked, as {@link #rows} tells them. */
	public List<String> tickedRows(String id) {
		Table table = control(Table.class, id);
		return ask(() -> Arrays.stream(table.getItems()).filter(TableItem::getChecked).map(Cells::row).toList());
	}

	/** Goes to the page with that name in a dialog of preferences or properties. */
	public void selectPage(String name) {
		Tree tree = wanted(Tree.class, "pages", control -> control.getData(ID) == null
				&& Arrays.stream(control.getItems()).anyMatch(item -> item.getText().equals(name)));
		display().syncExec(() -> {
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

	public static void pause(long millis) {
		try {
			Thread.sleep(millis);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		}
	}
}
