package dev.latchkey.ui.internal.renew;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CheckboxTableViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.NextStore;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Choices;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.FormPage;
import dev.latchkey.ui.internal.forms.Formats;
import dev.latchkey.ui.internal.forms.Notice;
import dev.latchkey.ui.internal.forms.Subjects;
import dev.latchkey.ui.internal.forms.Tables;

/** Asks which connections are renewed, with which certificate, and by whom. */
final class RenewPage extends FormPage<RenewModel> {

	private static final int VISIBLE_ROWS = 6;
	private static final int COLUMNS = 3;

	private final Supplier<Optional<CertificateEntry>> selecting;
	private final Function<Connection, Optional<NextStore>> stores;
	private CheckboxTableViewer connections;
	private Button fresh;
	private Button existing;
	private Text selected;
	private Button select;
	private WhoChoice who;

	/**
	 * @param selecting lets the user select a certificate
	 * @param stores    where the key of a new one would be kept
	 */
	RenewPage(RenewModel model, Supplier<Optional<CertificateEntry>> selecting,
			Function<Connection, Optional<NextStore>> stores) {
		super("renew", Messages.RenewPage_title, Messages.RenewPage_description, model); //$NON-NLS-1$
		this.selecting = selecting;
		this.stores = stores;
	}

	@Override
	protected void createBody(Composite body) {
		createConnections(body);
		Controls.heading(body, Messages.RenewPage_next);
		Composite next = Controls.row(body, COLUMNS);
		fresh = WhoChoice.choice(next, NLS.bind(Messages.RenewPage_fresh, String.valueOf(Choices.keyBits()), Choices.validityMonths()),
				WidgetIds.RENEW_NEW, () -> model().setExisting(false));
		GridDataFactory.fillDefaults().span(COLUMNS, 1).applyTo(fresh);
		existing = WhoChoice.choice(next, Messages.RenewPage_existing, WidgetIds.RENEW_EXISTING, () -> model().setExisting(true));
		GridDataFactory.swtDefaults().applyTo(existing);
		selected = Controls.field(next, Messages.RenewPage_existing, WidgetIds.RENEW_CERTIFICATE, SWT.BORDER | SWT.READ_ONLY);
		select = Controls.push(next, Messages.RenewPage_select, WidgetIds.RENEW_SELECT,
				() -> selecting.get().ifPresent(model()::setCertificate));
		who = new WhoChoice(body, model(), Messages.RenewPage_by, Messages.RenewPage_itself);
		Controls.note(body, Messages.RenewPage_note);
	}

	private void createConnections(Composite body) {
		Controls.heading(body, Messages.RenewPage_connections);
		Composite area = Controls.row(body, 1);
		connections = CheckboxTableViewer.newCheckList(area, SWT.BORDER | SWT.FULL_SELECTION);
		Controls.identify(Controls.name(connections.getTable(), Messages.RenewPage_connections), WidgetIds.RENEW_CONNECTIONS);
		connections.setContentProvider(ArrayContentProvider.getInstance());
		Tables columns = new Tables(connections);
		columns.add(Messages.RenewPage_name, 30, row -> ((Connection) row).name());
		columns.add(Messages.RenewPage_domain, 30, row -> ((Connection) row).domain());
		columns.add(Messages.RenewPage_ends, 20, row -> Formats.date(((Connection) row).certificateEnds()));
		columns.add(Messages.RenewPage_who, 30, row -> model().ended((Connection) row) ? Messages.RenewPage_whoAdministrator
				: Messages.RenewPage_whoItself);
		columns.fill(area, VISIBLE_ROWS);
		connections.setInput(model().offered());
		connections.setCheckedElements(model().chosen().toArray());
		connections.addCheckStateListener(event -> model().choose(checked()));
	}

	private Set<UUID> checked() {
		return Arrays.stream(connections.getCheckedElements()).map(each -> ((Connection) each).id())
				.collect(Collectors.toSet());
	}

	@Override
	protected void update() {
		fresh.setSelection(!model().existing());
		existing.setSelection(model().existing());
		selected.setEnabled(model().existing());
		select.setEnabled(model().existing());
		selected.setText(model().certificate().map(RenewPage::text).orElse("")); //$NON-NLS-1$
		who.show();
	}

	private static String text(CertificateEntry entry) {
		return NLS.bind(Messages.RenewPage_certificate, Subjects.name(entry.certificate().getSubjectX500Principal()),
				Formats.date(entry.certificate().getNotAfter().toInstant()));
	}

	@Override
	protected List<Optional<Notice>> notices() {
		return List.of(new RenewRules(model()).obstacle(), RenewRules.endsEarlier(model()), RenewRules.otherStore(model(), stores));
	}
}
