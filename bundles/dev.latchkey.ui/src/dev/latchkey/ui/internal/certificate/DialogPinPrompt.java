package dev.latchkey.ui.internal.certificate;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.eclipse.swt.SWTException;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.component.annotations.Component;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.PinPrompt;

/** Asks in a dialog over the window that is in front, one token after the other. Without a workbench nobody can be asked. */
@Component
public final class DialogPinPrompt implements PinPrompt {

	private static final long POLL_MILLIS = 50;

	/** Dialogs over dialogs would answer in the wrong order. */
	private final Semaphore turn = new Semaphore(1, true);

	@Override
	public Optional<char[]> ask(Request request, Cancellation cancellation) {
		if (!PlatformUI.isWorkbenchRunning()) {
			return Optional.empty();
		}
		try {
			while (!turn.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
				cancellation.check();
			}
			try {
				return askInTurn(new PinQuestion(PlatformUI.getWorkbench().getDisplay(), request), cancellation);
			} finally {
				turn.release();
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancellationException();
		} catch (SWTException e) {
			// the workbench was closed meanwhile
			return Optional.empty();
		}
	}

	private static Optional<char[]> askInTurn(PinQuestion question, Cancellation cancellation) throws InterruptedException {
		try {
			cancellation.check();
			question.open();
			while (!question.answered(POLL_MILLIS)) {
				cancellation.check();
			}
			return question.take();
		} finally {
			question.close();
		}
	}
}
