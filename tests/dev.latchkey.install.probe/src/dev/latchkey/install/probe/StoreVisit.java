package dev.latchkey.install.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/**
 * Goes from the wizard's first page to the certificate store, as a user does, and tells which certificates are there and
 * whether the first one can be chosen. Everything in the UI thread.
 */
final class StoreVisit {

	private static final String ID = "dev.latchkey.id";
	private static final String TABLE = "certificate.store.table";

	private final Display display;
	private final Report report;
	private final Steps steps;

	StoreVisit(Display display, Report report, Runnable ended) {
		this.display = display;
		this.report = report;
		steps = new Steps(display, report, ended);
		in(shell -> button(shell, button -> button.getText().startsWith("&Next")));
		in(shell -> button(shell, button -> "application.install".equals(button.getData(ID))));
		in(shell -> button(shell, button -> "certificate.type.store".equals(button.getData(ID))));
		in(shell -> button(shell, button -> button.getText().startsWith("&Next")));
		in(this::select);
		in(this::leave);
	}

	void start() {
		steps.start();
	}

	private void in(Function<Shell, Optional<Runnable>> step) {
		steps.then(() -> Optional.ofNullable(display.getActiveShell()).flatMap(step));
	}

	private static Optional<Runnable> button(Shell shell, Predicate<Button> wanted) {
		return Screen.find(shell, Button.class, wanted).filter(Button::isEnabled).map(button -> () -> click(button));
	}

	private static void click(Button button) {
		if ((button.getStyle() & SWT.RADIO) != 0) {
			for (Control sibling : button.getParent().getChildren()) {
				if (sibling instanceof Button other && other.getSelection() && other != button) {
					other.setSelection(false);
					other.notifyListeners(SWT.Selection, new Event());
				}
			}
			button.setSelection(true);
		}
		button.notifyListeners(SWT.Selection, new Event());
	}

	private Optional<Runnable> select(Shell shell) {
		return Screen.find(shell, Table.class, table -> TABLE.equals(table.getData(ID)) && table.getItemCount() > 0)
				.map(table -> () -> select(table));
	}

	private void select(Table table) {
		report.tell("store.rows", Arrays.stream(table.getItems()).map(item -> row(table, item)).collect(Collectors.joining("\n")));
		table.setSelection(0);
		table.notifyListeners(SWT.Selection, new Event());
	}

	private static String row(Table table, TableItem item) {
		List<String> texts = new ArrayList<>();
		for (int column = 0; column < table.getColumnCount(); column++) {
			texts.add(item.getText(column));
		}
		return String.join("|", texts);
	}

	private Optional<Runnable> leave(Shell shell) {
		return Screen.find(shell, Button.class, button -> button.getText().startsWith("&Finish")).filter(Button::isEnabled)
				.map(finish -> () -> {
					report.tell("store.finish", "enabled");
					shell.close();
				});
	}
}
