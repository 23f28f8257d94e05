package dev.latchkey.ui.internal.connect;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.HandOver;
import dev.latchkey.registration.PlanDocuments;
import dev.latchkey.registration.PlanItem;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.RegistrationService;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.documents.DocumentWizard;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.FormPage;
import dev.latchkey.ui.internal.forms.Notice;

/** Shows what will change in the tenant before anything is written. */
public final class ReviewPage extends FormPage<ConnectModel> {

	private static final int BUTTONS = 3;

	private final RegistrationService registration;
	private final PlanDocuments documents;
	private Label summary;
	private Label facts;
	private PlanTable items;
	private Removals removals;
	private PlanDetails details;
	private Button save;
	private Button handOver;
	private Optional<RegistrationPlan> shown = Optional.empty();
	private Optional<Notice> failure = Optional.empty();
	private Optional<Notice> written = Optional.empty();

	public ReviewPage(ConnectModel model, RegistrationService registration, PlanDocuments documents) {
		super("review", Messages.ReviewPage_title, Messages.ReviewPage_description, model); //$NON-NLS-1$
		this.registration = registration;
		this.documents = documents;
	}

	@Override
	protected void createBody(Composite body) {
		Composite head = Controls.row(body, 1);
		((GridLayout) head.getLayout()).verticalSpacing = 0;
		summary = Controls.identify(Controls.note(head, ""), WidgetIds.REVIEW_SUMMARY); //$NON-NLS-1$
		// From the start the dialog has room for two lines, and for removals, although most plans have none.
		facts = Controls.identify(Controls.note(head, "\n"), WidgetIds.REVIEW_FACTS); //$NON-NLS-1$
		items = new PlanTable(body, row -> details.show(row));
		removals = new Removals(body,
				ids -> model().plan().ifPresent(plan -> model().planned(plan.choosing(ids))));
		details = new PlanDetails(body, BUTTONS);
		createButtons(details.buttons());
	}

	private void createButtons(Composite row) {
		Controls.push(row, Messages.ReviewPage_reload, WidgetIds.REVIEW_RELOAD, this::reload);
		save = Controls.push(row, Messages.ReviewPage_save, WidgetIds.REVIEW_SAVE,
				() -> model().plan().flatMap(plan -> DocumentWizard.savePlan(getShell(), documents, plan))
						.ifPresent(path -> say(Messages.ReviewPage_saved, path)));
		handOver = Controls.push(row, Messages.ReviewPage_handOver, WidgetIds.REVIEW_HAND_OVER,
				() -> model().plan().map(plan -> new HandOver(plan.request(), Optional.of(plan), Optional.empty()))
						.flatMap(content -> DocumentWizard.handOver(getShell(), documents, content))
						.ifPresent(path -> say(Messages.ReviewPage_handedOver, path)));
	}

	private void say(String text, Path path) {
		written = Optional.of(new Notice(Notice.Level.INFO, NLS.bind(text, path.getFileName())));
		refresh();
	}

	@Override
	public void setVisible(boolean visible) {
		if (shown.isEmpty()) {
			removals.show(List.of());
		}
		super.setVisible(visible);
		if (visible && (model().plan().isEmpty() || model().tenantChanged())) {
			model().forgetResults();
			refresh();
			// The container's progress needs a page that is fully shown.
			getControl().getDisplay().asyncExec(this::loadFirst);
		}
	}

	/** The controls, disabled meanwhile, have lost the keyboard. */
	private void loadFirst() {
		load();
		if (!getControl().isDisposed() && isCurrentPage()) {
			getControl().setFocus();
		}
	}

	private void reload() {
		model().forgetResults();
		load();
	}

	private void load() {
		if (!getControl().isDisposed() && isCurrentPage()) {
			model().session().ifPresent(this::load);
		}
	}

	private void load(AdminSession session) {
		AtomicReference<RegistrationPlan> made = new AtomicReference<>();
		RegistrationRequest request = model().request();
		failure = new PageRun(getContainer()).run(monitor -> made.set(plan(request, session, monitor)));
		if (!getControl().isDisposed()) {
			Optional.ofNullable(made.get()).ifPresent(model()::planned);
			refresh();
		}
	}

	private RegistrationPlan plan(RegistrationRequest request, AdminSession session, IProgressMonitor monitor)
			throws InvocationTargetException {
		monitor.beginTask(Messages.ReviewPage_task, IProgressMonitor.UNKNOWN);
		try {
			return registration.plan(request, session, monitor);
		} catch (RegistrationException e) {
			throw new InvocationTargetException(e);
		} finally {
			monitor.done();
		}
	}

	@Override
	protected void update() {
		Optional<RegistrationPlan> plan = model().plan();
		summary.setText(plan.map(PlanSummary::next).or(() -> failure.map(Notice::text)).orElse(Messages.ReviewPage_loading));
		save.setEnabled(plan.isPresent());
		handOver.setEnabled(plan.filter(ReviewPage::leavesSomething).isPresent());
		if (!shown.equals(plan)) {
			shown = plan;
			written = Optional.empty();
			facts.setText(plan.map(PlanSummary::facts).orElse("")); //$NON-NLS-1$
			items.show(plan.map(PlanRow::of).orElse(List.of()));
			removals.show(plan.map(PlanRow::removals).orElse(List.of()));
		}
	}

	/** Whether there is anything that somebody else could do. */
	private static boolean leavesSomething(RegistrationPlan plan) {
		return plan.changesAnything() || PlanSummary.count(plan, PlanItem.State.NOT_ALLOWED) > 0;
	}

	@Override
	protected List<Optional<Notice>> notices() {
		if (model().plan().isEmpty()) {
			return List.of(failure, Notice.prompt(Messages.ReviewPage_loading));
		}
		if (written.isPresent()) {
			return List.of(failure, written);
		}
		return List.of(failure, obstacles(model().plan().get()));
	}

	private static Optional<Notice> obstacles(RegistrationPlan plan) {
		long obstacles = PlanSummary.count(plan, PlanItem.State.NOT_ALLOWED)
				+ PlanSummary.count(plan, PlanItem.State.NOT_POSSIBLE);
		return obstacles == 0 ? Optional.empty()
				: Optional.of(new Notice(Notice.Level.WARNING, NLS.bind(Messages.ReviewPage_obstacles, obstacles)));
	}
}
