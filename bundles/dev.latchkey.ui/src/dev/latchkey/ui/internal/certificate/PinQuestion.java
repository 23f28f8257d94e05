package dev.latchkey.ui.internal.certificate;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;

import dev.latchkey.certificate.PinPrompt.Request;

/** One dialog, asked for from a background thread. A PIN that nobody takes is cleared. */
final class PinQuestion {

	private static final int MODAL = SWT.APPLICATION_MODAL | SWT.PRIMARY_MODAL | SWT.SYSTEM_MODAL;

	private final Display display;
	private final Request request;
	private final CountDownLatch answered = new CountDownLatch(1);
	private PinDialog dialog;
	private Optional<char[]> pin = Optional.empty();
	private boolean closed;

	PinQuestion(Display display, Request request) {
		this.display = display;
		this.request = request;
	}

	void open() {
		display.asyncExec(this::show);
	}

	private void show() {
		try {
			if (begin()) {
				dialog.open();
				end(dialog.takePin());
			}
		} finally {
			answered.countDown();
		}
	}

	private synchronized boolean begin() {
		if (!closed) {
			dialog = new PinDialog(front(), request);
		}
		return !closed;
	}

	private synchronized void end(Optional<char[]> typed) {
		if (closed) {
			typed.ifPresent(secret -> Arrays.fill(secret, '\0'));
		} else {
			pin = typed;
		}
	}

	/** Waits a while; a display that was closed answers no more. */
	boolean answered(long millis) throws InterruptedException {
		return answered.await(millis, TimeUnit.MILLISECONDS) || display.isDisposed();
	}

	/** What was typed, the caller's from now on. */
	synchronized Optional<char[]> take() {
		Optional<char[]> taken = pin;
		pin = Optional.empty();
		return taken;
	}

	/** Ends the question, whatever became of it. */
	synchronized void close() {
		closed = true;
		take().ifPresent(secret -> Arrays.fill(secret, '\0'));
		if (answered.getCount() > 0 && !display.isDisposed()) {
			display.asyncExec(this::closeDialog);
		}
	}

	private void closeDialog() {
		if (dialog != null) {
			dialog.close();
		}
	}

	/** The window that the person works in; when that is another program's, the foremost dialog of the console. */
	private Shell front() {
		Shell active = display.getActiveShell();
		Shell front = active != null ? active : PlatformUI.getWorkbench().getModalDialogShellProvider().getShell();
		while (front != null && modalChild(front) != null) {
			front = modalChild(front);
		}
		return front;
	}

	private static Shell modalChild(Shell parent) {
		for (Shell child : parent.getShells()) {
			if (child.isVisible() && (child.getStyle() & MODAL) != 0) {
				return child;
			}
		}
		return null;
	}
}
