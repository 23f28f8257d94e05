package dev.latchkey.ui.internal.forms;

import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/**
 * Does one thing at a time in the background for a control. Starting it anew, cancelling it and disposing the control
 * overtake what is running, whose answer is then dropped. Used from the user interface thread.
 */
public final class LatestJob<T> {

	/** What is done in the background. */
	@FunctionalInterface
	public interface Work<T> {
		T call(IProgressMonitor monitor) throws Exception;
	}

	/** Gets the answer in the user interface thread. */
	public interface Receiver<T> {
		void done(T answer);

		/** Never called for a cancelled run. */
		void failed(Throwable failure);
	}

	private final Control owner;
	private final Display display;
	private final String name;
	private final Consumer<T> dropped;
	private Job running;

	/** @param dropped gets answers that nobody waits for any more, in any thread, to close what has to be closed */
	public LatestJob(Control owner, String name, Consumer<T> dropped) {
		this.owner = owner;
		this.display = owner.getDisplay();
		this.name = name;
		this.dropped = dropped;
		owner.addDisposeListener(event -> cancel());
	}

	public LatestJob(Control owner, String name) {
		this(owner, name, answer -> {
		});
	}

	public boolean running() {
		return running != null;
	}

	public void cancel() {
		if (running != null) {
			running.cancel();
			running = null;
		}
	}

	/** Asks what is running to stop, and waits for its answer all the same. */
	public void stop() {
		if (running != null) {
			running.cancel();
		}
	}

	public void start(Work<T> work, Receiver<T> receiver) {
		start(0, work, receiver);
	}

	/** As {@link #start(Work, Receiver)}, for something long: the console's list of background work shows it, with Cancel. */
	public void startVisibly(Work<T> work, Receiver<T> receiver) {
		start(0, false, work, receiver);
	}

	/** @param delay milliseconds to wait for the user to go on typing */
	public void start(long delay, Work<T> work, Receiver<T> receiver) {
		start(delay, true, work, receiver);
	}

	private void start(long delay, boolean hidden, Work<T> work, Receiver<T> receiver) {
		cancel();
		running = new Job(name) {
			@Override
			protected IStatus run(IProgressMonitor monitor) {
				perform(this, work, receiver, monitor);
				return Status.OK_STATUS;
			}
		};
		running.setSystem(hidden);
		running.schedule(delay);
	}

	private void perform(Job job, Work<T> work, Receiver<T> receiver, IProgressMonitor monitor) {
		try {
			T answer = work.call(monitor);
			deliver(() -> receive(job, answer, receiver), () -> dropped.accept(answer));
		} catch (Exception | LinkageError e) {
			deliver(() -> fail(job, e, receiver), () -> {
			});
		}
	}

	private void deliver(Runnable delivery, Runnable otherwise) {
		try {
			display.asyncExec(delivery);
		} catch (SWTException e) {
			// the console was closed meanwhile
			otherwise.run();
		}
	}

	private void receive(Job job, T answer, Receiver<T> receiver) {
		if (job != running || owner.isDisposed()) {
			dropped.accept(answer);
			return;
		}
		running = null;
		receiver.done(answer);
	}

	private void fail(Job job, Throwable failure, Receiver<T> receiver) {
		if (job != running || owner.isDisposed()) {
			return;
		}
		running = null;
		if (!Failures.cancelled(failure)) {
			receiver.failed(failure);
		}
	}
}
