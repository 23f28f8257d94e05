package dev.latchkey.benchmarks;

import java.time.Duration;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.handlers.IHandlerService;

/** Uses a command as a menu would, and closes the wizard that it opens once that is painted. Runs in the UI thread. */
final class Opening implements Runnable {

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private final IWorkbench workbench;
	private final Display display;
	private final String command;
	private Shell shell;
	private volatile long nanos;

	Opening(IWorkbench workbench, String command) {
		this.workbench = workbench;
		this.display = workbench.getDisplay();
		this.command = command;
	}

	@Override
	public void run() {
		Runnable tooLate = this::closeDialogs;
		display.timerExec((int) PATIENCE.toMillis(), tooLate);
		long start = System.nanoTime();
		Listener painted = event -> painted(event, start);
		display.addFilter(SWT.Paint, painted);
		try {
			// A modal dialog keeps this call until it is closed.
			workbench.getService(IHandlerService.class).executeCommand(command, null);
		} catch (CommandException e) {
			throw new IllegalStateException(e);
		} finally {
			display.removeFilter(SWT.Paint, painted);
			display.timerExec(-1, tooLate);
		}
	}

	/** @return from the command to the painted wizard */
	long nanos() {
		if (nanos == 0) {
			throw new IllegalStateException(command + " showed no wizard");
		}
		return nanos;
	}

	private void closeDialogs() {
		for (Shell dialog : display.getShells()) {
			if (dialog.getData() instanceof Dialog) {
				dialog.close();
			}
		}
	}

	private void painted(Event event, long start) {
		if (shell == null && event.widget instanceof Control control
				&& control.getShell().getData() instanceof WizardDialog) {
			shell = control.getShell();
			// The rest of the wizard is painted in the same turn of the event loop.
			display.asyncExec(() -> {
				nanos = System.nanoTime() - start;
				shell.close();
			});
		}
	}
}
