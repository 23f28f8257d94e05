package dev.latchkey.ui.internal.connect;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.databinding.observable.value.SelectObservableValue;
import org.eclipse.jface.databinding.swt.typed.WidgetProperties;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

import dev.latchkey.registration.JournalRun;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.connect.InterruptedChoice.Way;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.FormPage;
import dev.latchkey.ui.internal.forms.Formats;
import dev.latchkey.ui.internal.forms.ModelProperty;
import dev.latchkey.ui.internal.forms.Notice;
import dev.latchkey.ui.internal.forms.Tables;

/** Tells what was interrupted, and asks what is to become of it. */
final class InterruptedPage extends FormPage<InterruptedChoice> {

	private static final ModelProperty<InterruptedChoice, Way> WAY = new ModelProperty<>(Way.class,
			InterruptedChoice::way, InterruptedChoice::setWay);
	private static final int ROWS = 3;
	private static final int DETAIL_LINES = 5;

	private TableViewer runs;
	private Text details;
	private Optional<Notice> failure = Optional.empty();

	InterruptedPage(InterruptedChoice choice) {
		super("interrupted", Messages.InterruptedPage_title, Messages.InterruptedPage_description, choice); //$NON-NLS-1$
	}

	@Override
	protected void createBody(Composite body) {
		Controls.note(body, Messages.InterruptedPage_intro);
		createRuns(body);
		Controls.heading(body, Messages.InterruptedPage_details);
		details = Controls.reading(body, Messages.InterruptedPage_details, WidgetIds.INTERRUPTED_DETAILS, DETAIL_LINES);
		GridDataFactory.createFrom((GridData) details.getLayoutData()).align(SWT.FILL, SWT.FILL).grab(true, true)
				.applyTo(details);
		SelectObservableValue<Way> way = new SelectObservableValue<>(realm(), Way.class);
		option(body, way, Way.RESUME, Messages.InterruptedPage_resume, WidgetIds.INTERRUPTED_RESUME);
		option(body, way, Way.UNDO, Messages.InterruptedPage_undo, WidgetIds.INTERRUPTED_UNDO);
		option(body, way, Way.LEAVE, Messages.InterruptedPage_leave, WidgetIds.INTERRUPTED_LEAVE);
		option(body, way, Way.LATER, Messages.InterruptedPage_later, WidgetIds.INTERRUPTED_LATER);
		bind(way, WAY);
		model().addListener(() -> failure = Optional.empty());
	}

	private void createRuns(Composite body) {
		Controls.heading(body, Messages.InterruptedPage_runs);
		Composite area = Controls.row(body, 1);
		runs = new TableViewer(area, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.SINGLE);
		Controls.identify(Controls.name(runs.getTable(), Messages.InterruptedPage_runs), WidgetIds.INTERRUPTED_RUNS);
		runs.setContentProvider(ArrayContentProvider.getInstance());
		Tables columns = new Tables(runs);
		columns.add(Messages.InterruptedPage_application, 40, row -> ((JournalRun) row).applicationName());
		columns.add(Messages.InterruptedPage_organization, 40, row -> ((JournalRun) row).domain());
		columns.add(Messages.InterruptedPage_started, 30, row -> Formats.time(((JournalRun) row).started()));
		columns.fill(area, ROWS);
		GridDataFactory.createFrom((GridData) area.getLayoutData()).grab(true, false).applyTo(area);
		runs.addSelectionChangedListener(event -> {
			Optional<JournalRun> selected = Optional
					.ofNullable((JournalRun) event.getStructuredSelection().getFirstElement());
			if (!selected.equals(model().run())) {
				model().choose(selected);
			}
		});
	}

	private static void option(Composite body, SelectObservableValue<Way> ways, Way way, String text, String id) {
		ways.addOption(way, WidgetProperties.buttonSelection().observe(Controls.choice(body, SWT.RADIO, text, id)));
	}

	@Override
	protected void update() {
		if (!model().runs().equals(runs.getInput())) {
			runs.setInput(model().runs());
		}
		runs.setSelection(model().run().map(StructuredSelection::new).orElse(StructuredSelection.EMPTY));
		String text = model().run().map(InterruptedPage::text).orElse(""); //$NON-NLS-1$
		if (!text.equals(details.getText())) {
			details.setText(text);
		}
	}

	private static String text(JournalRun run) {
		return NLS.bind(Messages.InterruptedPage_detail, new Object[] { run.applicationId(), run.domain(),
				Formats.time(run.started()), WrittenChanges.lines(List.of(run)) });
	}

	@Override
	protected List<Optional<Notice>> notices() {
		return List.of(failure, model().run().isEmpty() ? Notice.prompt(Messages.InterruptedPage_choose) : Optional.empty());
	}

	/** It is the first one, also when it comes after another. */
	@Override
	public IWizardPage getPreviousPage() {
		return null;
	}

	/** Says why the last try failed, until something is changed. */
	void say(Optional<Notice> what) {
		failure = what;
		refresh();
	}
}
