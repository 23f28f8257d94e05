package dev.latchkey.ui.internal.commands;

import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;

import dev.latchkey.ui.internal.WizardOpener;
import dev.latchkey.ui.internal.forms.Failures;
import dev.latchkey.ui.internal.forms.LatestJob;
import dev.latchkey.ui.internal.forms.Notice;
import dev.latchkey.ui.internal.view.OrganizationsView;

/** Where a command was chosen: over which window its dialogs open, and where it is told what became of it. */
record CommandSite(IWorkbenchWindow window) {

	Shell shell() {
		return window.getShell();
	}

	WizardOpener opener() {
		return new WizardOpener(window);
	}

	/** Tells it in the view, which comes into sight unless it would cover what somebody works in. */
	void tell(Notice.Level level, String text) {
		IWorkbenchPage page = window.getActivePage();
		try {
			if (page != null && page.showView(OrganizationsView.ID, null,
					IWorkbenchPage.VIEW_VISIBLE) instanceof OrganizationsView view) {
				view.tell(new Notice(level, text));
			}
		} catch (PartInitException e) {
			Failures.log(e);
		}
	}

	/** Does something short in the background. */
	<T> void start(String name, LatestJob.Work<T> work, Consumer<T> receiver) {
		start(name, false, work, receiver);
	}

	/** As {@link #start}, for something long: the console's list of background work shows it, with Cancel. */
	<T> void startVisibly(String name, LatestJob.Work<T> work, Consumer<T> receiver) {
		start(name, true, work, receiver);
	}

	private <T> void start(String name, boolean visible, LatestJob.Work<T> work, Consumer<T> receiver) {
		Job job = new Job(name) {
			@Override
			protected IStatus run(IProgressMonitor monitor) {
				perform(work, receiver, monitor);
				return Status.OK_STATUS;
			}
		};
		job.setSystem(!visible);
		job.schedule();
	}

	private <T> void perform(LatestJob.Work<T> work, Consumer<T> receiver, IProgressMonitor monitor) {
		try {
			T answer = work.call(monitor);
			inWindow(() -> receiver.accept(answer));
		} catch (Exception | LinkageError e) {
			if (!Failures.cancelled(e)) {
				Failures.log(e);
				inWindow(() -> tell(Notice.Level.RETRY, Failures.sentence(e)));
			}
		}
	}

	private void inWindow(Runnable action) {
		if (!shell().isDisposed()) {
			shell().getDisplay().asyncExec(() -> {
				if (!shell().isDisposed()) {
					action.run();
				}
			});
		}
	}
}
