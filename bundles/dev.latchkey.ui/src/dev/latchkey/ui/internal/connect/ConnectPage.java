package dev.latchkey.ui.internal.connect;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jface.databinding.swt.typed.WidgetProperties;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

import dev.latchkey.registration.AdminScope;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.HandOver;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.RegistrationService;
import dev.latchkey.registration.Verification;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.connect.ConnectProgress.Phase;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.Failures;
import dev.latchkey.ui.internal.forms.FormPage;
import dev.latchkey.ui.internal.forms.LatestJob;
import dev.latchkey.ui.internal.forms.Mark;
import dev.latchkey.ui.internal.forms.ModelProperty;
import dev.latchkey.ui.internal.forms.Notice;

/**
 * Does what was reviewed and proves the connection; what was done, what not and who can do the rest is shown with what
 * can be done about it.
 */
public final class ConnectPage extends FormPage<ConnectModel> {

	private static final ModelProperty<ConnectModel, Boolean> SAVE_UNVERIFIED = new ModelProperty<>(Boolean.class,
			ConnectModel::saveUnverified, ConnectModel::setSaveUnverified);
	private static final RunArea.Ids IDS = new RunArea.Ids(WidgetIds.CONNECT_STATE, WidgetIds.CONNECT_ACTIONS,
			WidgetIds.CONNECT_DETAILS);
	private static final int BUTTONS = 4;

	private final RegistrationService registration;
	private final NextSteps next;
	private RegionLine region;
	private RunArea area;
	private Button unverified;
	private Button retry;
	private Button other;
	private Button handOver;
	private Button undo;
	private LatestJob<ConnectProgress> job;
	private ConnectProgress progress = ConnectProgress.START;
	private Optional<Notice> said = Optional.empty();
	private boolean starting;
	private boolean stopping;

	ConnectPage(ConnectModel model, RegistrationService registration, NextSteps next) {
		super("connect", Messages.ConnectPage_title, Messages.ConnectPage_description, model); //$NON-NLS-1$
		this.registration = registration;
		this.next = next;
	}

	@Override
	protected void createBody(Composite body) {
		region = new RegionLine(body);
		area = new RunArea(body, IDS, true);
		unverified = Controls.choice(body, SWT.CHECK, Messages.ConnectPage_unverified, WidgetIds.SAVE_UNVERIFIED);
		bind(WidgetProperties.buttonSelection().observe(unverified), SAVE_UNVERIFIED);
		Composite buttons = Controls.row(body, BUTTONS);
		GridDataFactory.fillDefaults().align(SWT.END, SWT.FILL).grab(true, false).span(2, 1).applyTo(buttons);
		retry = Controls.push(buttons, Messages.ConnectPage_retry, WidgetIds.CONNECT_RETRY, this::start);
		other = Controls.push(buttons, Messages.ConnectPage_other, WidgetIds.CONNECT_OTHER, this::otherAdministrator);
		handOver = Controls.push(buttons, Messages.ConnectPage_handOver, WidgetIds.CONNECT_HAND_OVER, this::handOver);
		undo = Controls.push(buttons, Messages.ConnectPage_undo, WidgetIds.CONNECT_UNDO, this::undo);
		job = new LatestJob<>(body, Messages.ConnectPage_job);
	}

	private void otherAdministrator() {
		progress.result().ifPresent(result -> next.otherAdministrator(AdminScope.neededFor(result)));
	}

	private void handOver() {
		HandOver content = new HandOver(model().request(), model().plan(), progress.result());
		next.handOver(content).ifPresent(this::handedOver);
	}

	private void handedOver(Path path) {
		said = Optional.of(new Notice(Notice.Level.PROMPT, NLS.bind(Messages.ConnectPage_handedOver, path.getFileName())));
		refresh();
	}

	private void undo() {
		said = next.undo();
		refresh();
	}

	/** Has the page begin as soon as it is shown; otherwise it shows how the last run ended. */
	void startWhenShown() {
		starting = true;
	}

	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		if (visible && starting && !model().proven() && !progress.running()) {
			starting = false;
			progress = ConnectProgress.START;
			start();
		}
	}

	private void start() {
		ConnectRun.Order order = order();
		stopping = false;
		said = Optional.empty();
		model().verified(Optional.empty());
		job.start(monitor -> new ConnectRun(registration, order, this::progressed).run(monitor),
				new LatestJob.Receiver<>() {
					@Override
					public void done(ConnectProgress last) {
						ended(last);
					}

					@Override
					public void failed(Throwable failure) {
						Failures.log(failure);
						ended(progress.failed(Failure.of(Reason.UNKNOWN,
								failure.getClass().getSimpleName())));
					}
				});
	}

	private ConnectRun.Order order() {
		boolean grant = model().input().grant();
		boolean again = progress.phase() != Phase.IDLE;
		Optional<RegistrationResult> complete = progress.result().filter(RegistrationResult::complete);
		boolean write = grant && complete.isEmpty();
		return new ConnectRun.Order(model().request(), write ? model().session() : Optional.empty(), model().plan(), again,
				model().runs().current(), complete);
	}

	/** Called in the background thread. */
	private void progressed(ConnectProgress next) {
		if (!getControl().isDisposed()) {
			getControl().getDisplay().asyncExec(() -> {
				if (!getControl().isDisposed() && job.running()) {
					show(next);
				}
			});
		}
	}

	private void show(ConnectProgress latest) {
		boolean begun = latest.phase() == Phase.WRITING && progress.result().isEmpty() && latest.result().isPresent();
		boolean written = progress.phase() == Phase.WRITING && latest.phase() != Phase.WRITING;
		progress = latest;
		latest.result().filter(result -> result.run().isPresent() || result.changedAnything())
				.ifPresent(result -> model().wrote(result.run()));
		refresh();
		if (begun || written) {
			area.expand(ActionRows.CONFIGURE, begun || !complete());
		}
	}

	private void ended(ConnectProgress last) {
		show(last);
		ConnectLog.write(last);
		model().verified(last.phase() == Phase.ENDED ? last.verification() : Optional.empty());
		area.selectFirstFailure();
		if (stopping) {
			next.stopped();
		}
	}

	@Override
	protected void update() {
		region.show(model());
		boolean over = !progress.running() && progress.phase() != Phase.IDLE;
		area.show(mark(), stateText(), !over, new ActionRows(model().input().grant(), model().subjects()).of(progress));
		boolean open = over && !model().proven();
		unverified.setEnabled(open);
		retry.setEnabled(open);
		other.setEnabled(over && !complete());
		handOver.setEnabled(open || over && !complete());
		undo.setEnabled(over && !model().runs().written().isEmpty());
	}

	/** Whether nothing is left to write. */
	private boolean complete() {
		return progress.result().map(RegistrationResult::complete).orElse(true);
	}

	private Mark mark() {
		return switch (progress.phase()) {
		case IDLE, WRITING, PROVING -> Mark.RUNNING;
		case ENDED -> !complete() ? Mark.WARNING : proven() ? Mark.DONE : Mark.ERROR;
		case STOPPED -> Mark.WARNING;
		case FAILED -> Mark.ERROR;
		};
	}

	private boolean proven() {
		return progress.verification().filter(Verification::proven).isPresent();
	}

	private String stateText() {
		return switch (progress.phase()) {
		case IDLE, WRITING, PROVING -> runningText();
		case ENDED -> withRest(proven() ? Messages.ConnectPage_proven : Messages.ConnectPage_notProven);
		case STOPPED -> stoppedText();
		case FAILED -> withRest(progress.failure().map(Failure::sentence).orElse(Messages.ConnectPage_notProven));
		};
	}

	/** Adds what was done, what not, and who can do it, when something is left. */
	private String withRest(String sentence) {
		return complete() ? sentence
				: progress.result().map(PartialResult::text).orElse("") + '\n' + sentence; //$NON-NLS-1$
	}

	private String runningText() {
		if (stopping) {
			return progress.phase() == Phase.WRITING ? Messages.ConnectPage_finishingChange : Messages.ConnectPage_stopping;
		}
		return progress.phase() == Phase.PROVING ? Messages.ConnectPage_proving : Messages.ConnectPage_writing;
	}

	private String stoppedText() {
		String written = progress.written().stream().map(item -> item.item().title())
				.collect(Collectors.joining("; ")); //$NON-NLS-1$
		return written.isEmpty() ? Messages.ConnectPage_stoppedUnchanged
				: NLS.bind(Messages.ConnectPage_stopped, written);
	}

	@Override
	protected List<Optional<Notice>> notices() {
		if (progress.running() || progress.phase() == Phase.IDLE) {
			return List.of(Notice.prompt(Messages.ConnectPage_description));
		}
		if (model().proven()) {
			return List.of(Optional.of(new Notice(Notice.Level.INFO, Messages.ConnectPage_finish)));
		}
		if (model().saveUnverified()) {
			return List.of(Optional.of(new Notice(Notice.Level.WARNING, Messages.ConnectPage_finishUnverified)));
		}
		return List.of(said, Notice.prompt(complete() ? Messages.ConnectPage_choose : Messages.ConnectPage_chooseRest));
	}

	/** While something is going on, there is no way back from it. */
	@Override
	public IWizardPage getPreviousPage() {
		return progress.running() ? null : super.getPreviousPage();
	}

	boolean running() {
		return progress.running();
	}

	/** Asks what is going on to stop; the page stays to tell what was changed. */
	void stop() {
		stopping = true;
		job.stop();
		refresh();
	}
}
