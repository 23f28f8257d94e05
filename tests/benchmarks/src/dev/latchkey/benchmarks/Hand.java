package dev.latchkey.benchmarks;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;

/** Uses the wizard's controls from outside the user interface's thread, and measures what a person would wait for. */
final class Hand {

	private static final String ID = "dev.latchkey.id";
	private static final Duration PATIENCE = Duration.ofMinutes(2);
	private static final int POLL_MILLIS = 2;

	private final Display display = PlatformUI.getWorkbench().getDisplay();
	private long last;

	/** Opens the wizard and goes to the page of the application. */
	void openWizard() throws InterruptedException {
		display.asyncExec(() -> {
			try {
				PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand("dev.latchkey.ui.connect", null);
			} catch (org.eclipse.core.commands.common.CommandException e) {
				throw new IllegalStateException(e);
			}
		});
		click("organization.exchange");
		press("Next");
		await(() -> control("application.install", Control.class));
	}

	/** @return nanoseconds from the click on a button to the painted shell that it opens */
	long openShell(String button) throws InterruptedException {
		Shell before = in(this::top);
		long start = System.nanoTime();
		click(button);
		await(() -> top() != before && top().isVisible() ? top() : null);
		display.syncExec(() -> {
			// what was asked for has been painted when this is reached
		});
		last = System.nanoTime();
		return last - start;
	}

	void closeShell() throws InterruptedException {
		Shell closing = in(this::top);
		display.asyncExec(closing::close);
		await(() -> closing.isDisposed() ? closing : null);
	}

	/** Starts something in the user interface's thread, from where on time counts. */
	void begin(Runnable action) {
		last = System.nanoTime();
		display.asyncExec(action);
	}

	/** Clicks the head of a table's column. */
	void sort(String id, int column) throws InterruptedException {
		Table table = await(() -> control(id, Table.class));
		last = System.nanoTime();
		display.syncExec(() -> table.getColumn(column).notifyListeners(SWT.Selection, new org.eclipse.swt.widgets.Event()));
	}

	void click(String id) throws InterruptedException {
		click(await(() -> control(id, Button.class)));
	}

	/** @param label of a button, without its mnemonic */
	void press(String label) throws InterruptedException {
		click(await(() -> find(top(), each -> each instanceof Button button && button.isEnabled()
				&& button.getText().replace("&", "").contains(label), Button.class)));
	}

	private void click(Button button) {
		last = System.nanoTime();
		display.asyncExec(() -> {
			if ((button.getStyle() & (SWT.CHECK | SWT.RADIO)) != 0) {
				button.setSelection(true);
			}
			button.notifyListeners(SWT.Selection, new org.eclipse.swt.widgets.Event());
		});
	}

	/** @return nanoseconds that the user interface's thread was busy with it */
	long type(String id, String text) throws InterruptedException {
		Text field = await(() -> control(id, Text.class));
		last = System.nanoTime();
		display.syncExec(() -> field.setText(text));
		return System.nanoTime() - last;
	}

	/** @return nanoseconds since the last click or key until the table has shown that many rows */
	long awaitRows(String id, int count) throws InterruptedException {
		await(() -> {
			Table table = control(id, Table.class);
			return table != null && table.getItemCount() >= count && (count > 0 || table.getItemCount() == 0) ? table : null;
		});
		display.syncExec(() -> control(id, Table.class).update());
		return System.nanoTime() - last;
	}

	private <T> T await(Supplier<T> wanted) throws InterruptedException {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (System.nanoTime() < end) {
			T found = in(wanted);
			if (found != null) {
				return found;
			}
			Thread.sleep(POLL_MILLIS);
		}
		throw new IllegalStateException("Waited in vain");
	}

	private <T> T in(Supplier<T> supplier) {
		AtomicReference<T> result = new AtomicReference<>();
		display.syncExec(() -> result.set(supplier.get()));
		return result.get();
	}

	private Shell top() {
		Shell[] shells = Arrays.stream(display.getShells()).filter(Shell::isVisible).toArray(Shell[]::new);
		return shells[shells.length - 1];
	}

	private <T extends Control> T control(String id, Class<T> type) {
		return find(top(), each -> id.equals(each.getData(ID)) && each.isVisible(), type);
	}

	private static <T extends Control> T find(Control root, Predicate<Control> wanted, Class<T> type) {
		if (type.isInstance(root) && wanted.test(root)) {
			return type.cast(root);
		}
		if (root instanceof Composite composite) {
			for (Control child : composite.getChildren()) {
				T found = find(child, wanted, type);
				if (found != null) {
					return found;
				}
			}
		}
		return null;
	}
}
