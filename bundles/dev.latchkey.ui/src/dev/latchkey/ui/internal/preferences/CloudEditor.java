package dev.latchkey.ui.internal.preferences;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.preference.FieldEditor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;

import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Choices;
import dev.latchkey.ui.internal.forms.Failures;
import dev.latchkey.ui.internal.forms.LatestJob;

/**
 * The region of new connections. Microsoft's clouds are there at once, those of files as soon as they have been read; what is
 * chosen stays meanwhile, and also where its file can't be read today.
 */
final class CloudEditor extends FieldEditor {

	private final Supplier<List<Cloud>> reading;
	private List<Cloud> clouds = MicrosoftClouds.ALL;
	private boolean read;
	private String chosen = ""; //$NON-NLS-1$
	/** In the order of the combo. */
	private List<String> ids = List.of();
	private Combo combo;

	/** @param reading is called in the background */
	CloudEditor(Supplier<List<Cloud>> reading, Composite parent) {
		this.reading = reading;
		init(Choices.CLOUD, Messages.ConnectionsPage_cloud);
		createControl(parent);
	}

	@Override
	protected void doFillIntoGrid(Composite parent, int columns) {
		getLabelControl(parent);
		combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
		combo.setFont(parent.getFont());
		combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> choose(ids.get(combo.getSelectionIndex()))));
		GridDataFactory.fillDefaults().span(columns - 1, 1).applyTo(combo);
		Narrow.combo(parent, getLabelText(), WidgetIds.NEW_CLOUD);
	}

	private void choose(String id) {
		String before = chosen;
		chosen = id;
		fireValueChanged(VALUE, before, id);
	}

	/** Begins to read; called when the page is there. */
	void read() {
		new LatestJob<List<Cloud>>(combo, Messages.ConnectionsPage_reading).start(monitor -> reading.get(),
				new LatestJob.Receiver<>() {
					@Override
					public void done(List<Cloud> found) {
						read = true;
						clouds = found;
						show();
					}

					@Override
					public void failed(Throwable failure) {
						Failures.log(failure);
						read = true;
						show();
						Optional.ofNullable(getPage())
								.ifPresent(page -> page.setMessage(Failures.sentence(failure), IMessageProvider.WARNING));
					}
				});
	}

	private void show() {
		boolean known = clouds.stream().anyMatch(cloud -> cloud.id().equals(chosen));
		ids = Stream.concat(clouds.stream().map(Cloud::id), known ? Stream.empty() : Stream.of(chosen)).toList();
		String other = read ? NLS.bind(Messages.ConnectionsPage_cloudMissing, chosen) : chosen;
		combo.setItems(Stream.concat(clouds.stream().map(Cloud::name), known ? Stream.empty() : Stream.of(other))
				.toArray(String[]::new));
		combo.select(ids.indexOf(chosen));
	}

	@Override
	protected void doLoad() {
		chosen = getPreferenceStore().getString(getPreferenceName());
		show();
	}

	@Override
	protected void doLoadDefault() {
		chosen = getPreferenceStore().getDefaultString(getPreferenceName());
		show();
	}

	@Override
	protected void doStore() {
		getPreferenceStore().setValue(getPreferenceName(), chosen);
	}

	@Override
	protected void adjustForNumColumns(int columns) {
		((GridData) combo.getLayoutData()).horizontalSpan = columns - 1;
	}

	@Override
	public int getNumberOfControls() {
		return 2;
	}

	@Override
	public void setFocus() {
		combo.setFocus();
	}
}
