package dev.latchkey.ui.internal.transfer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jface.databinding.swt.typed.WidgetProperties;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CheckboxTableViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Text;

import dev.latchkey.connection.ConnectionTransfer;
import dev.latchkey.connection.ConnectionTransfer.Arrival;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.Failures;
import dev.latchkey.ui.internal.forms.FormPage;
import dev.latchkey.ui.internal.forms.LatestJob;
import dev.latchkey.ui.internal.forms.ModelProperty;
import dev.latchkey.ui.internal.forms.Notice;
import dev.latchkey.ui.internal.forms.Tables;

/** Asks for the file, and shows what taking it would do. */
final class ImportPage extends FormPage<ImportModel> {

	private static final ModelProperty<ImportModel, String> PATH = new ModelProperty<>(String.class, ImportModel::path,
			ImportModel::setPath);
	private static final int COLUMNS = 3;
	private static final int VISIBLE_ROWS = 8;
	private static final long TYPING_MILLIS = 300;

	private final ConnectionTransfer transfer;
	private CheckboxTableViewer table;
	private LatestJob<List<Arrival>> reading;
	private String read = ""; //$NON-NLS-1$
	private List<Arrival> shown = List.of();

	ImportPage(ImportModel model, ConnectionTransfer transfer) {
		super("import", Messages.ImportPage_title, Messages.ImportPage_description, model); //$NON-NLS-1$
		this.transfer = transfer;
	}

	@Override
	protected void createBody(Composite body) {
		reading = new LatestJob<>(body, Messages.ImportPage_title);
		Composite row = Controls.row(body, COLUMNS);
		Controls.label(row, Messages.ImportPage_file);
		Text path = Controls.field(row, Messages.ImportPage_file, WidgetIds.IMPORT_PATH);
		bind(WidgetProperties.text(SWT.Modify).observe(path), PATH);
		Controls.push(row, Messages.ImportPage_browse, WidgetIds.IMPORT_BROWSE, this::browse);
		Controls.heading(body, Messages.ImportPage_connections);
		Composite area = Controls.row(body, 1);
		table = CheckboxTableViewer.newCheckList(area, SWT.BORDER | SWT.FULL_SELECTION);
		Controls.identify(Controls.name(table.getTable(), Messages.ImportPage_connections), WidgetIds.IMPORT_CONNECTIONS);
		table.setContentProvider(ArrayContentProvider.getInstance());
		Tables columns = new Tables(table);
		columns.add(Messages.ImportPage_name, 30, arrival -> ((Arrival) arrival).connection().name());
		columns.add(Messages.ImportPage_domain, 30, arrival -> ((Arrival) arrival).connection().domain());
		columns.add(Messages.ImportPage_effect, 30, arrival -> ((Arrival) arrival).replaces() ? Messages.ImportPage_replaced
				: Messages.ImportPage_added);
		columns.add(Messages.ImportPage_certificate, 30, arrival -> ((Arrival) arrival).certificateFound()
				? Messages.ImportPage_found
				: Messages.ImportPage_missing);
		columns.fill(area, VISIBLE_ROWS);
		table.addCheckStateListener(event -> model().choose(
				Arrays.stream(table.getCheckedElements()).map(Arrival.class::cast).collect(Collectors.toSet())));
		Controls.note(body, Messages.ImportPage_note);
	}

	private void browse() {
		FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
		dialog.setText(Messages.ImportPage_title);
		dialog.setFilterExtensions(new String[] { "*.json", "*" }); //$NON-NLS-1$ //$NON-NLS-2$
		Optional.ofNullable(dialog.open()).ifPresent(model()::setPath);
	}

	@Override
	protected void update() {
		if (!model().path().equals(read)) {
			read = model().path();
			model().file().ifPresentOrElse(file -> reading.start(TYPING_MILLIS, monitor -> transfer.read(file), new Found()),
					reading::cancel);
		}
		List<Arrival> arrivals = model().arrivals().orElse(List.of());
		if (!arrivals.equals(shown)) {
			shown = arrivals;
			table.setInput(arrivals);
			table.setCheckedElements(model().chosen().toArray());
		}
	}

	/** Takes over what is in the file. */
	private final class Found implements LatestJob.Receiver<List<Arrival>> {

		@Override
		public void done(List<Arrival> arrivals) {
			model().read(Optional.of(arrivals), Optional.empty());
		}

		@Override
		public void failed(Throwable failure) {
			Failures.log(failure);
			model().read(Optional.empty(), Optional.of(Failures.sentence(failure)));
		}
	}

	@Override
	protected List<Optional<Notice>> notices() {
		if (model().failure().isPresent()) {
			return List.of(model().failure().flatMap(Notice::error));
		}
		if (model().arrivals().isEmpty()) {
			return List.of(Notice.prompt(Messages.ImportPage_choose));
		}
		if (model().chosen().isEmpty()) {
			return List.of(Notice.prompt(Messages.ImportPage_none));
		}
		long missing = model().chosen().stream().filter(arrival -> !arrival.certificateFound()).count();
		return List.of(missing == 0 ? Optional.empty()
				: Optional.of(new Notice(Notice.Level.WARNING, NLS
						.bind(missing == 1 ? Messages.ImportPage_bringOne : Messages.ImportPage_bring, missing))));
	}
}
