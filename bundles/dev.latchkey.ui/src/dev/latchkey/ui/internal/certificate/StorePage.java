package dev.latchkey.ui.internal.certificate;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.certificate.Thumbprint;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.FormPage;
import dev.latchkey.ui.internal.forms.Notice;
import dev.latchkey.ui.internal.forms.ReadingArea;

/** Selects a certificate among those that this computer's stores and other providers have. */
public final class StorePage extends FormPage<CertificateChoice> {

	private static final int DETAIL_LINES = 5;

	private final CertificateService certificates;
	private final AtomicBoolean rereads = new AtomicBoolean();
	private final Consumer<CertificateEntry> exporter;
	private Button export;
	private StoreTable table;
	private ProviderLines lines;
	private ReadingArea details;
	private StoreReading reading;
	private Examination examination;
	private CertificateService.Subscription subscription;

	/** @param exporter lets the user hand a certificate over */
	public StorePage(CertificateChoice choice, CertificateService certificates, Consumer<CertificateEntry> exporter) {
		super("store", Messages.StorePage_title, Messages.StorePage_description, choice); //$NON-NLS-1$
		this.certificates = certificates;
		this.exporter = exporter;
	}

	@Override
	protected void createBody(Composite body) {
		Controls.label(body, Messages.StorePage_search);
		Text search = Controls.field(body, Messages.StorePage_search, WidgetIds.STORE_SEARCH,
				SWT.BORDER | SWT.SINGLE | SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		search.setMessage(Messages.StorePage_searchExample);
		Controls.heading(body, Messages.StorePage_certificates);
		table = new StoreTable(body, this::select);
		search.addModifyListener(event -> search(search.getText()));
		lines = new ProviderLines(body);
		createButtons(body);
		Controls.heading(body, Messages.StorePage_details);
		details = new ReadingArea(body, Messages.StorePage_details, WidgetIds.STORE_DETAILS, DETAIL_LINES);
		reading = new StoreReading(certificates, body, this::readingChanged);
		examination = new Examination(certificates, model(), body);
		subscription = certificates.onProvidersChanged(() -> providersChanged(body));
		body.addDisposeListener(event -> subscription.close());
	}

	private void createButtons(Composite body) {
		Composite row = Controls.row(body, 2);
		Controls.push(row, Messages.StorePage_refresh, WidgetIds.STORE_REFRESH, () -> reading.start());
		export = Controls.push(row, Messages.StorePage_export, WidgetIds.STORE_EXPORT,
				() -> model().stored().ifPresent(exporter));
	}

	private void search(String words) {
		table.search(words);
		refresh();
	}

	/** Called in any thread. Providers often come several at once, and are then asked once. */
	private void providersChanged(Composite body) {
		if (!body.isDisposed() && rereads.compareAndSet(false, true)) {
			body.getDisplay().asyncExec(() -> {
				rereads.set(false);
				if (!body.isDisposed() && body.isVisible()) {
					reading.start();
				}
			});
		}
	}

	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		if (visible) {
			reading.start();
		} else {
			reading.cancel();
		}
	}

	private void readingChanged() {
		table.show(reading.rows());
		refresh();
	}

	private void select(Optional<StoreRow> row) {
		model().setStored(row.map(StoreRow::entry));
		row.map(StoreRow::entry).ifPresentOrElse(examination::start, examination::cancel);
	}

	@Override
	protected void update() {
		lines.show(reading.asking(), reading.problems());
		export.setEnabled(model().stored().isPresent());
		model().stored().ifPresentOrElse(entry -> details.showFirst(examination.notices(), identity(entry)),
				() -> details.showFirst(List.of(), "")); //$NON-NLS-1$
	}

	private static String identity(CertificateEntry entry) {
		return entry.certificate().getSubjectX500Principal().getName() + '\n'
				+ NLS.bind(Messages.StorePage_thumbprint, Thumbprint.sha1(entry.certificate()));
	}

	@Override
	protected List<Optional<Notice>> notices() {
		return List.of(model().stored().isPresent() ? examination.notice() : Notice.prompt(prompt()));
	}

	private String prompt() {
		if (table.count() > 0) {
			return Messages.StorePage_choose;
		}
		if (!reading.rows().isEmpty()) {
			return Messages.StorePage_noMatch;
		}
		if (reading.running()) {
			return Messages.StorePage_reading;
		}
		return reading.problems().isEmpty() ? Messages.StorePage_empty : Messages.StorePage_unread;
	}
}
