package dev.latchkey.install.probe;

import java.time.Duration;
import java.time.Instant;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;

/** Uses a command as a menu would and waits for the dialog that it opens; everything in the UI thread. */
final class CommandUse {

	private static final Duration PATIENCE = Duration.ofSeconds(30);
	private static final int INTERVAL_MILLIS = 100;

	private final String command;
	private final boolean visiting;
	private final Report report;
	private final IWorkbench workbench = PlatformUI.getWorkbench();
	private final Display display = workbench.getDisplay();
	private final Shell window = workbench.getActiveWorkbenchWindow().getShell();
	private final Instant deadline = Instant.now().plus(PATIENCE);
	private boolean ended;

	/** @param visiting whether to look into the certificate store from the dialog */
	CommandUse(String command, boolean visiting, Report report) {
		this.command = command;
		this.visiting = visiting;
		this.report = report;
	}

	void start() {
		Command defined = workbench.getService(ICommandService.class).getCommand(command);
		report.tell("command.defined", String.valueOf(defined.isDefined()));
		report.tell("command.enabled", String.valueOf(defined.isEnabled()));
		display.timerExec(INTERVAL_MILLIS, this::look);
		// A modal dialog keeps this call until it is closed; look() goes on in the dialog's event loop.
		try {
			workbench.getService(IHandlerService.class).executeCommand(command, null);
		} catch (CommandException e) {
			report.tell("command.failure", e.toString());
			end();
		}
	}

	private void look() {
		Shell dialog = display.getActiveShell();
		if (dialog != null && dialog != window && dialog.isVisible()) {
			report.tell("dialog.title", dialog.getText());
			if (visiting) {
				new StoreVisit(display, report, () -> end(dialog)).start();
			} else {
				end(dialog);
			}
		} else if (Instant.now().isAfter(deadline)) {
			end();
		} else {
			display.timerExec(INTERVAL_MILLIS, this::look);
		}
	}

	private void end(Shell dialog) {
		dialog.close();
		end();
	}

	private void end() {
		if (ended) {
			return;
		}
		ended = true;
		report.close();
		display.asyncExec(workbench::close);
	}
}
