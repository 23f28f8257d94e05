package dev.latchkey.ui.internal.connect;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.PlanItem;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.RegistrationService;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.FormPage;
import dev.latchkey.ui.internal.forms.Icons;
import dev.latchkey.ui.internal.forms.Notice;
import dev.latchkey.ui.internal.forms.Tables;

/** Shows what will change in the tenant before anything is written. */
public final class ReviewPage extends FormPage<ConnectModel> {

	private static final int DETAIL_LINES = 3;
	private static final int ROWS = 11;

	private final RegistrationService registration;
	private Label summary;
	private TableViewer items;
	private Text details;
	private Optional<RegistrationPlan> shown = Optional.empty();
	private Optional<Notice> failure = Optional.empty();

	public ReviewPage(ConnectModel model, RegistrationService registration) {
		super("review", Messages.ReviewPage_title, Messages.ReviewPage_description, model); //$NON-NLS-1$
		this.registration = registration;
	}

	@Override
	protected void createBody(Composite body) {
		summary = Controls.identify(Controls.note(body, ""), WidgetIds.REVIEW_SUMMARY); //$NON-NLS-1$
		createItems(body);
		Controls.heading(body, Messages.ReviewPage_details);
		details = Controls.reading(body, Messages.ReviewPage_details, WidgetIds.REVIEW_DETAILS, DETAIL_LINES);
		Controls.push(body, Messages.ReviewPage_reload, WidgetIds.REVIEW_RELOAD, this::reload);
	}

	private void createItems(Composite body) {
		Controls.heading(body, Messages.ReviewPage_items);
		Composite area = Controls.row(body, 1);
		items = new TableViewer(area, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
		Controls.identify(Controls.name(items.getTable(), Messages.ReviewPage_items), WidgetIds.REVIEW_ITEMS);
		items.setContentProvider(ArrayContentProvider.getInstance());
		Icons icons = new Icons(items.getTable());
		Tables columns = new Tables(items);
		columns.add(Messages.ReviewPage_item, 60, row -> ((PlanRow) row).item(), row -> icons.of(((PlanRow) row).mark()));
		columns.add(Messages.ReviewPage_state, 20, row -> ((PlanRow) row).state());
		columns.add(Messages.ReviewPage_reason, 48, row -> ((PlanRow) row).reason());
		columns.fill(area, ROWS);
		items.addSelectionChangedListener(event -> {
			PlanRow row = (PlanRow) event.getStructuredSelection().getFirstElement();
			details.setText(row == null ? "" : NLS.bind(Messages.ReviewPage_detail, //$NON-NLS-1$
					new Object[] { row.item(), row.state(), row.reason() }));
		});
	}

	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		if (visible && (model().plan().isEmpty() || model().tenantChanged())) {
			model().forgetResults();
			refresh();
			// The container's progress needs a page that is fully shown.
			getControl().getDisplay().asyncExec(this::load);
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
		summary.setText(summary());
		if (!shown.equals(model().plan())) {
			shown = model().plan();
			items.setInput(shown.map(PlanRow::of).orElse(List.of()));
			details.setText(""); //$NON-NLS-1$
			selectFirst();
		}
	}

	/** Shows what the details are for. */
	private void selectFirst() {
		if (items.getTable().getItemCount() > 0) {
			items.setSelection(new StructuredSelection(items.getElementAt(0)));
		}
	}

	private String summary() {
		return model().plan().map(PlanRow::summary).or(() -> failure.map(Notice::text)).orElse(Messages.ReviewPage_loading);
	}

	@Override
	protected List<Optional<Notice>> notices() {
		List<Optional<Notice>> notices = new ArrayList<>(List.of(failure));
		if (model().plan().isEmpty()) {
			notices.add(Notice.prompt(Messages.ReviewPage_loading));
		} else {
			notices.add(obstacles(model().plan().get()));
		}
		return notices;
	}

	private static Optional<Notice> obstacles(RegistrationPlan plan) {
		long obstacles = PlanRow.count(plan, PlanItem.State.NOT_ALLOWED) + PlanRow.count(plan, PlanItem.State.NOT_POSSIBLE);
		return obstacles == 0 ? Optional.empty()
				: Optional.of(new Notice(Notice.Level.WARNING, NLS.bind(Messages.ReviewPage_obstacles, obstacles)));
	}
}
