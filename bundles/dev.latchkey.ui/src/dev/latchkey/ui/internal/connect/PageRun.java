package dev.latchkey.ui.internal.connect;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

import org.eclipse.jface.operation.IRunnableWithProgress;
import org.eclipse.jface.wizard.IWizardContainer;

import dev.latchkey.ui.internal.forms.Failures;
import dev.latchkey.ui.internal.forms.Notice;

/** Runs something with the wizard's own progress and cancel, and turns its failure into what the page says. */
final class PageRun {

	private final IWizardContainer container;

	PageRun(IWizardContainer container) {
		this.container = container;
	}

	/** @return why it failed; empty also when cancelled */
	Optional<Notice> run(IRunnableWithProgress operation) {
		try {
			container.run(true, true, operation);
			return Optional.empty();
		} catch (InvocationTargetException e) {
			return notice(e.getCause());
		} catch (InterruptedException e) {
			return Optional.empty();
		}
	}

	private static Optional<Notice> notice(Throwable failure) {
		if (Failures.cancelled(failure)) {
			return Optional.empty();
		}
		Failures.log(failure);
		return Optional.of(new Notice(Notice.Level.RETRY, Failures.sentence(failure)));
	}
}
