package dev.latchkey.ui.internal.connect;

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
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Text;

import dev.latchkey.registration.Failure;
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
import dev.latchkey.ui.internal.forms.StateLine;

/** Configures the application, proves the connection, and shows both while it goes on. */
public final class ConnectPage extends FormPage<ConnectModel> {

	private static final ModelProperty<ConnectModel, Boolean> SAVE_UNVERIFIED = new ModelProperty<>(Boolean.class,
			ConnectModel::saveUnverified, ConnectModel::setSaveUnverified);
	private static final int DETAIL_LINES = 5;

	private final RegistrationService registration;
	private ActionsTable actions;
	private Text details;
	private RegionLine region;
	private StateLine state;
	private ProgressBar bar;
	private Button retry;
	private Button unverified;
	private LatestJob<ConnectProgress> job;
	private ConnectProgress progress = ConnectProgress.START;
	private boolean stopping;

	public ConnectPage(ConnectModel model, RegistrationService registration) {
		super("connect", Messages.ConnectPage_title, Messages.ConnectPage_description, model); //$NON-NLS-1$
		this.registration = registration;
	}

	@Override
	protected void createBody(Composite body) {
		region = new RegionLine(body);
		state = new StateLine(body, Messages.ConnectPage_state, WidgetIds.CONNECT_STATE);
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(state.control());
		bar = new ProgressBar(body, SWT.INDETERMINATE);
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(bar);
		actions = new ActionsTable(body, row -> details.setText(row.map(ActionRow::text).orElse(""))); //$NON-NLS-1$
		Controls.heading(body, Messages.ConnectPage_details);
		details = Controls.reading(body, Messages.ConnectPage_details, WidgetIds.CONNECT_DETAILS, DETAIL_LINES);
		Composite choices = Controls.row(body, 2);
		unverified = Controls.choice(choices, SWT.CHECK, Messages.ConnectPage_unverified, WidgetIds.SAVE_UNVERIFIED);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(unverified);
		bind(WidgetProperties.buttonSelection().observe(unverified), SAVE_UNVERIFIED);
		retry = Controls.push(choices, Messages.ConnectPage_retry, WidgetIds.CONNECT_RETRY, this::start);
		job = new LatestJob<>(body, Messages.ConnectPage_job);
	}

	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		if (visible && !model().proven() && !progress.running()) {
			progress = ConnectProgress.START;
			start();
		}
	}

	private void start() {
		ConnectRun.Order order = order();
		stopping = false;
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
				complete);
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

	private void show(ConnectProgress next) {
		progress = next;
		next.result().filter(result -> result.run().isPresent() || result.changedAnything())
				.ifPresent(result -> model().wrote(result.run()));
		refresh();
	}

	private void ended(ConnectProgress last) {
		show(last);
		ConnectLog.write(last);
		model().verified(last.phase() == Phase.ENDED ? last.verification() : Optional.empty());
		actions.selectFirstFailure();
	}

	@Override
	protected void update() {
		region.show(model());
		actions.show(new ActionRows(model().input().grant(), model().subjects()).of(progress));
		boolean over = !progress.running() && progress.phase() != Phase.IDLE;
		Controls.show(bar, !over);
		retry.setEnabled(over && !model().proven());
		unverified.setEnabled(over && !model().proven());
		state.show(mark(), stateText());
	}

	private Mark mark() {
		return switch (progress.phase()) {
		case IDLE, WRITING, PROVING -> Mark.RUNNING;
		case ENDED -> proven() ? Mark.DONE : Mark.ERROR;
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
		case ENDED -> proven() ? Messages.ConnectPage_proven : Messages.ConnectPage_notProven;
		case STOPPED -> stoppedText();
		case FAILED -> progress.failure().map(Failure::sentence).orElse(Messages.ConnectPage_notProven);
		};
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
		return model().saveUnverified()
				? List.of(Optional.of(new Notice(Notice.Level.WARNING, Messages.ConnectPage_finishUnverified)))
				: List.of(Notice.prompt(Messages.ConnectPage_choose));
	}

	/** While something is going on, there is no way back from it. */
	@Override
	public IWizardPage getPreviousPage() {
		return progress.running() ? null : super.getPreviousPage();
	}

	/**
	 * Answers the wizard's Cancel: what is going on is stopped, and the page stays to tell what was changed.
	 *
	 * @return whether nothing was going on, so that the wizard may close
	 */
	boolean cancel() {
		if (!progress.running()) {
			return true;
		}
		stopping = true;
		job.stop();
		refresh();
		return false;
	}
}
