package dev.latchkey.registration.graph;

import java.util.function.Consumer;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.ItemResult;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.UndoResult;
import dev.latchkey.registration.Verification;

/** Writes what support needs into the log: reasons, Microsoft's codes and correlation ids; never a token, never a code. */
final class OutcomeLog {

	private static final String BUNDLE = "dev.latchkey.registration.graph"; //$NON-NLS-1$

	private final Consumer<IStatus> log;

	OutcomeLog(Consumer<IStatus> log) {
		this.log = log;
	}

	/** Something on this computer that is left out. */
	void problem(String sentence) {
		log(IStatus.WARNING, sentence);
	}

	void refused(String what, Refusal refusal) {
		log.accept(new Status(IStatus.WARNING, BUNDLE, what + ": " + text(refusal.failure()), refusal)); //$NON-NLS-1$
	}

	RegistrationResult told(RegistrationResult result) {
		for (ItemResult item : result.items()) {
			String line = "apply " + item.item().id() + ": " + item.outcome(); //$NON-NLS-1$ //$NON-NLS-2$
			item.failure().ifPresentOrElse(failure -> log(IStatus.WARNING, line + ' ' + text(failure)),
					() -> log(IStatus.INFO, line));
		}
		return result;
	}

	UndoResult told(UndoResult result) {
		for (UndoResult.Undone change : result.changes()) {
			String line = "undo " + change.change().itemId() + ": " + change.outcome(); //$NON-NLS-1$ //$NON-NLS-2$
			change.failure().ifPresentOrElse(failure -> log(IStatus.WARNING, line + ' ' + text(failure)),
					() -> log(IStatus.INFO, line));
		}
		return result;
	}

	Verification told(Verification verification) {
		for (Verification.Check check : verification.checks()) {
			String line = "verify " + check.subject() + ": " + check.state(); //$NON-NLS-1$ //$NON-NLS-2$
			check.failure().ifPresentOrElse(failure -> log(IStatus.WARNING, line + ' ' + text(failure)),
					() -> log(IStatus.INFO, line));
		}
		return verification;
	}

	private void log(int severity, String line) {
		log.accept(new Status(severity, BUNDLE, line));
	}

	private static String text(Failure failure) {
		return failure.reason() + " " + String.join("; ", failure.details()); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
