package dev.latchkey.ui.internal.remove;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionRemoval;
import dev.latchkey.connection.ConnectionRemoval.Added;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.Failures;
import dev.latchkey.ui.internal.forms.FormPage;
import dev.latchkey.ui.internal.forms.LatestJob;
import dev.latchkey.ui.internal.forms.Notice;
import dev.latchkey.ui.internal.forms.ReadingArea;

/** Asks from where the connections are removed, and shows what would be taken back. */
final class RemovePage extends FormPage<RemoveModel> {

	private static final int LINES = 10;
	/** So many are told by name; hundreds would leave no room for anything else. */
	private static final int NAMED = 12;

	private final ConnectionRemoval removal;
	private Button console;
	private Button tenant;
	private ReadingArea items;
	private Optional<Notice> failure = Optional.empty();

	RemovePage(RemoveModel model, ConnectionRemoval removal) {
		super("remove", Messages.RemovePage_title, Messages.RemovePage_description, model); //$NON-NLS-1$
		this.removal = removal;
	}

	@Override
	protected void createBody(Composite body) {
		Controls.note(body, NLS.bind(Messages.RemovePage_what, names()));
		console = choice(body, Messages.RemovePage_console, WidgetIds.REMOVE_CONSOLE, false);
		Controls.indentedNote(body, Messages.RemovePage_consoleNote);
		tenant = choice(body, Messages.RemovePage_tenant, WidgetIds.REMOVE_TENANT, true);
		Controls.indentedNote(body, Messages.RemovePage_tenantNote);
		Controls.heading(body, Messages.RemovePage_items);
		items = new ReadingArea(body, Messages.RemovePage_items, WidgetIds.REMOVE_ITEMS, LINES);
		if (model().connections().size() == 1) {
			read(new LatestJob<>(body, Messages.RemovePage_title));
		}
	}

	private String names() {
		List<Connection> all = model().connections();
		String first = all.stream().limit(NAMED).map(Connection::name).collect(Collectors.joining(", ")); //$NON-NLS-1$
		return all.size() <= NAMED ? first : NLS.bind(Messages.RemovePage_more, first, all.size() - NAMED);
	}

	private Button choice(Composite body, String text, String id, boolean fromTenant) {
		Button button = Controls.choice(body, SWT.RADIO, text, id);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
			if (button.getSelection()) {
				model().setFromTenant(fromTenant);
			}
		}));
		return button;
	}

	private void read(LatestJob<Added> job) {
		job.start(monitor -> removal.added(model().connections().get(0).id(), Optional.empty()), new LatestJob.Receiver<>() {
			@Override
			public void done(Added found) {
				model().setAdded(found);
			}

			@Override
			public void failed(Throwable exception) {
				Failures.log(exception);
				failure = Optional.of(new Notice(Notice.Level.WARNING, Failures.sentence(exception)));
				refresh();
			}
		});
	}

	@Override
	protected void update() {
		console.setSelection(!model().fromTenant());
		tenant.setSelection(model().fromTenant());
		tenant.setEnabled(model().removable());
		items.showFirst(List.of(), itemsText());
	}

	private String itemsText() {
		if (model().connections().size() > 1) {
			return Messages.RemovePage_several;
		}
		return model().added().map(AddedText::of).orElse(failure.isPresent() ? "" : Messages.RemovePage_reading); //$NON-NLS-1$
	}

	@Override
	protected List<Optional<Notice>> notices() {
		return List.of(failure);
	}
}
