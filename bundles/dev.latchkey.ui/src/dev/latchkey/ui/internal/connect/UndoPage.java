package dev.latchkey.ui.internal.connect;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

import dev.latchkey.connection.ConnectionException;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.UndoResult.Undone;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.WizardServices;
import dev.latchkey.ui.internal.connect.UndoProgress.Phase;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.Failures;
import dev.latchkey.ui.internal.forms.FormPage;
import dev.latchkey.ui.internal.forms.LatestJob;
import dev.latchkey.ui.internal.forms.Mark;
import dev.latchkey.ui.internal.forms.Notice;

/** Takes back what runs have added, and shows what became of each change. There is no way back from it. */
final class UndoPage extends FormPage<ConnectModel> {

	private static final RunArea.Ids IDS = new RunArea.Ids(WidgetIds.UNDO_STATE, WidgetIds.UNDO_ACTIONS,
			WidgetIds.UNDO_DETAILS);

	private final WizardServices services;
	private final Runnable otherAdministrator;
	private RunArea area;
	private LatestJob<UndoProgress> job;
	private Button retry;
	private Button other;
	private UndoProgress progress = UndoProgress.START;

	/** @param otherAdministrator leads to the sign-in */
	UndoPage(ConnectModel model, WizardServices services, Runnable otherAdministrator) {
		super("undo", Messages.UndoPage_title, Messages.UndoPage_description, model); //$NON-NLS-1$
		this.services = services;
		this.otherAdministrator = otherAdministrator;
	}

	@Override
	protected void createBody(Composite body) {
		area = new RunArea(body, IDS, false);
		Composite buttons = Controls.row(body, 2);
		GridDataFactory.fillDefaults().align(SWT.END, SWT.FILL).grab(true, false).span(2, 1).applyTo(buttons);
		retry = Controls.push(buttons, Messages.UndoPage_retry, WidgetIds.UNDO_RETRY, this::start);
		other = Controls.push(buttons, Messages.UndoPage_other, WidgetIds.UNDO_OTHER, otherAdministrator);
		job = new LatestJob<>(body, Messages.UndoPage_job);
	}

	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		if (visible && !progress.running() && !progress.complete()) {
			start();
		}
	}

	private void start() {
		List<JournalRun> runs = model().undoing();
		UndoRun run = new UndoRun(services.registration(), runs, model().session(), this::progressed);
		show(UndoProgress.START.in(Phase.RUNNING));
		job.start(monitor -> undo(run, runs, monitor),
				new LatestJob.Receiver<>() {
					@Override
					public void done(UndoProgress last) {
						ended(last);
					}

					@Override
					public void failed(Throwable failure) {
						Failures.log(failure);
						ended(progress.failed(Failure.of(Reason.UNKNOWN, failure.getClass().getSimpleName())));
					}
				});
	}

	private UndoProgress undo(UndoRun run, List<JournalRun> runs, IProgressMonitor monitor) {
		UndoProgress last = run.run(monitor);
		if (last.changedAnything()) {
			try {
				SavedState.undone(runs, services.connections());
			} catch (ConnectionException e) {
				Failures.log(e);
			}
		}
		return last;
	}

	/** Called in background threads. */
	private void progressed(UndoProgress next) {
		if (!getControl().isDisposed()) {
			getControl().getDisplay().asyncExec(() -> {
				if (!getControl().isDisposed() && job.running()) {
					show(next);
				}
			});
		}
	}

	private void show(UndoProgress next) {
		progress = next;
		refresh();
	}

	private void ended(UndoProgress last) {
		model().undid(last.complete());
		last.failure().ifPresent(Failures::log);
		last.changes().forEach(change -> change.failure().ifPresent(Failures::log));
		show(last);
		area.selectFirstFailure();
	}

	@Override
	protected void update() {
		area.show(mark(), stateText(), progress.running(), UndoRows.of(progress.changes(), model().undoing()));
		boolean open = !progress.running() && progress.phase() != Phase.IDLE && !progress.complete();
		retry.setEnabled(open);
		other.setEnabled(open);
	}

	private Mark mark() {
		return switch (progress.phase()) {
		case IDLE, RUNNING -> Mark.RUNNING;
		case ENDED -> progress.left().isEmpty() ? Mark.DONE : Mark.ERROR;
		case STOPPED -> Mark.WARNING;
		case FAILED -> Mark.ERROR;
		};
	}

	private String stateText() {
		return switch (progress.phase()) {
		case IDLE, RUNNING -> Messages.UndoPage_running;
		case ENDED, STOPPED -> progress.left().isEmpty() ? doneText()
				: NLS.bind(Messages.UndoPage_left, titles(progress.left()));
		case FAILED -> progress.failure().map(Failure::sentence).orElse(""); //$NON-NLS-1$
		};
	}

	private String doneText() {
		List<Undone> irrevocable = progress.irrevocable();
		return irrevocable.isEmpty() ? Messages.UndoPage_done
				: NLS.bind(Messages.UndoPage_doneExcept, titles(irrevocable));
	}

	private static String titles(List<Undone> changes) {
		return changes.stream().map(change -> change.change().title()).collect(Collectors.joining("; ")); //$NON-NLS-1$
	}

	@Override
	protected List<Optional<Notice>> notices() {
		if (progress.complete()) {
			return List.of(Optional.of(new Notice(Notice.Level.INFO, Messages.UndoPage_finish)));
		}
		return List.of(Notice.prompt(progress.running() || progress.phase() == Phase.IDLE ? Messages.UndoPage_description
				: Messages.UndoPage_choose));
	}

	@Override
	public IWizardPage getPreviousPage() {
		return null;
	}

	boolean running() {
		return progress.running();
	}

	/** Asks what is going on to stop; the page stays to tell what became of it. */
	void stop() {
		job.stop();
	}
}
