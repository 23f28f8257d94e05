package dev.latchkey.install.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
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

	private static final Duration PATIENCE = Duration.ofSeconds(60);
	private static final int INTERVAL_MILLIS = 100;
	private static final String ID = "dev.latchkey.id";
	private static final String TABLE = "certificate.store.table";

	private final Display display;
	private final Report report;
	private final Runnable ended;
	private final Instant deadline = Instant.now().plus(PATIENCE);
	/** Each answers what to do as soon as it can be done. */
	private final Queue<Function<Shell, Optional<Runnable>>> steps = new ArrayDeque<>();

	StoreVisit(Display display, Report report, Runnable ended) {
		this.display = display;
		this.report = report;
		this.ended = ended;
		steps.add(shell -> button(shell, button -> button.getText().startsWith("&Next")));
		steps.add(shell -> button(shell, button -> "application.install".equals(button.getData(ID))));
		steps.add(shell -> button(shell, button -> "certificate.type.store".equals(button.getData(ID))));
		steps.add(shell -> button(shell, button -> button.getText().startsWith("&Next")));
		steps.add(this::select);
		steps.add(this::leave);
	}

	void start() {
		display.timerExec(INTERVAL_MILLIS, this::look);
	}

	private void look() {
		Shell shell = display.getActiveShell();
		Optional<Runnable> action = shell == null ? Optional.empty() : steps.element().apply(shell);
		boolean late = Instant.now().isAfter(deadline);
		if (late) {
			report.tell("store.failure", steps.size() + " steps are left");
		}
		if (action.isPresent()) {
			steps.remove();
		}
		boolean last = late || steps.isEmpty();
		if (!last) {
			// before the action, which may open a dialog and return when that is closed
			start();
		}
		action.ifPresent(Runnable::run);
		if (last) {
			ended.run();
		}
	}

	private static Optional<Runnable> button(Shell shell, Predicate<Button> wanted) {
		return find(shell, Button.class, wanted).filter(Button::isEnabled).map(button -> () -> click(button));
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
		return find(shell, Table.class, table -> TABLE.equals(table.getData(ID)) && table.getItemCount() > 0)
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
		return find(shell, Button.class, button -> button.getText().startsWith("&Finish")).filter(Button::isEnabled)
				.map(finish -> () -> {
					report.tell("store.finish", "enabled");
					shell.close();
				});
	}

	private static <C extends Control> Optional<C> find(Composite parent, Class<C> type, Predicate<C> wanted) {
		for (Control child : parent.getChildren()) {
			Optional<C> found = type.isInstance(child) && child.isVisible() ? Optional.of(type.cast(child)).filter(wanted)
					: Optional.empty();
			if (found.isEmpty() && child instanceof Composite composite) {
				found = find(composite, type, wanted);
			}
			if (found.isPresent()) {
				return found;
			}
		}
		return Optional.empty();
	}
}
