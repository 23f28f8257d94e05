package dev.latchkey.ui.internal.connect;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.Failures;
import dev.latchkey.ui.internal.forms.FormPage;
import dev.latchkey.ui.internal.forms.LatestJob;
import dev.latchkey.ui.internal.forms.Mark;
import dev.latchkey.ui.internal.forms.Model;
import dev.latchkey.ui.internal.forms.Notice;

/** Does something in the background as soon as it is shown, tells how it stands, and tries again what failed. */
public abstract class TaskPage<M extends Model> extends FormPage<M> {

	private final RunArea.Ids ids;
	private final String retryId;
	private RunArea area;
	private Button retry;
	private LatestJob<Runnable> job;
	private boolean begun;
	private Optional<String> fault = Optional.empty();

	protected TaskPage(String name, String title, String description, M model, RunArea.Ids ids, String retryId) {
		super(name, title, description, model);
		this.ids = ids;
		this.retryId = retryId;
	}

	/** What is to be done now, of which each try asks anew. Its answer takes the outcome over, in the user interface thread. */
	protected abstract LatestJob.Work<Runnable> task();

	/** @param running whether what was not begun will be */
	protected abstract List<ActionRow> rows(boolean running);

	/** Whether nothing is left to do. */
	protected abstract boolean complete();

	/** One sentence that says how it stands. */
	protected abstract String state();

	/** What there is to know when nothing is left to do. */
	protected abstract String whenComplete();

	/** What can be done when something is left. */
	protected abstract String whenLeft();

	@Override
	protected final void createBody(Composite body) {
		area = new RunArea(body, ids, false);
		retry = Controls.push(body, Messages.UndoPage_retry, retryId, this::start);
		GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).span(2, 1).applyTo(retry);
		job = new LatestJob<>(body, getTitle());
	}

	@Override
	public final void setVisible(boolean visible) {
		super.setVisible(visible);
		if (visible && !running() && !complete()) {
			start();
		}
	}

	private void start() {
		begun = true;
		fault = Optional.empty();
		job.startVisibly(ending(task()), new LatestJob.Receiver<>() {
			@Override
			public void done(Runnable outcome) {
				outcome.run();
				ended();
			}

			@Override
			public void failed(Throwable failure) {
				Failures.log(failure);
				fault = Optional.of(Failures.sentence(failure));
				ended();
			}
		});
		refresh();
	}

	/** One that was cancelled ends as others do: the page stays to tell what became of it. */
	private static LatestJob.Work<Runnable> ending(LatestJob.Work<Runnable> task) {
		return monitor -> {
			try {
				return task.call(monitor);
			} catch (OperationCanceledException | CancellationException e) {
				return () -> {
				};
			}
		};
	}

	private void ended() {
		refresh();
		area.selectFirstFailure();
	}

	/** Does it in the user interface thread, as long as somebody waits for it; called in any thread. */
	protected final void progressed(Runnable change) {
		if (!getControl().isDisposed()) {
			getControl().getDisplay().asyncExec(() -> {
				if (!getControl().isDisposed() && running()) {
					change.run();
					refresh();
				}
			});
		}
	}

	public final boolean running() {
		return job != null && job.running();
	}

	/** Whether there is nothing more to wait for. */
	public final boolean over() {
		return begun && !running();
	}

	/** Asks what is going on to stop; the page stays to tell what became of it. */
	public final void stop() {
		job.stop();
	}

	@Override
	protected final void update() {
		List<ActionRow> rows = rows(!over());
		area.show(mark(rows), fault.orElseGet(this::state), running(), rows);
		retry.setEnabled(over() && !complete());
	}

	private Mark mark(List<ActionRow> rows) {
		if (!over()) {
			return Mark.RUNNING;
		}
		if (fault.isPresent() || rows.stream().anyMatch(ActionRow::failed)) {
			return Mark.ERROR;
		}
		return complete() ? Mark.DONE : Mark.WARNING;
	}

	@Override
	protected final List<Optional<Notice>> notices() {
		if (!over()) {
			return List.of(Notice.prompt(getDescription()));
		}
		return List.of(Optional.of(complete() ? new Notice(Notice.Level.INFO, whenComplete())
				: new Notice(Notice.Level.RETRY, whenLeft())));
	}

	/** Back is for choosing otherwise after a failure. */
	@Override
	public final IWizardPage getPreviousPage() {
		return over() && !complete() ? super.getPreviousPage() : null;
	}
}
