package dev.latchkey.ui.internal.certificate;

import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.certificate.Thumbprint;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.Failures;
import dev.latchkey.ui.internal.forms.FormPage;
import dev.latchkey.ui.internal.forms.LatestJob;
import dev.latchkey.ui.internal.forms.Notice;

/** Selects a certificate among those that this computer's stores and other providers have. */
public final class StorePage extends FormPage<CertificateChoice> {

	private static final int DETAIL_LINES = 3;

	private final CertificateService certificates;
	private StoreTable table;
	private Text details;
	private LatestJob<StoreListing> listing;
	private Examination examination;
	private CertificateService.Subscription subscription;
	private Optional<StoreListing> listed = Optional.empty();
	private Optional<Notice> failure = Optional.empty();

	public StorePage(CertificateChoice choice, CertificateService certificates) {
		super("store", Messages.StorePage_title, Messages.StorePage_description, choice); //$NON-NLS-1$
		this.certificates = certificates;
	}

	@Override
	protected void createBody(Composite body) {
		Controls.label(body, Messages.StorePage_search);
		Text search = Controls.field(body, Messages.StorePage_search, WidgetIds.STORE_SEARCH,
				SWT.BORDER | SWT.SINGLE | SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		search.setMessage(Messages.StorePage_searchExample);
		Controls.heading(body, Messages.StorePage_certificates);
		table = new StoreTable(body, row -> select(row));
		search.addModifyListener(event -> search(search.getText()));
		Controls.heading(body, Messages.StorePage_details);
		details = Controls.reading(body, Messages.StorePage_details, WidgetIds.STORE_DETAILS, DETAIL_LINES);
		listing = new LatestJob<>(body, Messages.StorePage_reading);
		examination = new Examination(certificates, model(), body);
		subscription = certificates.onProvidersChanged(() -> providersChanged(body));
		body.addDisposeListener(event -> subscription.close());
	}

	private void search(String words) {
		table.search(words);
		refresh();
	}

	/** Called in any thread. */
	private void providersChanged(Composite body) {
		if (!body.isDisposed()) {
			body.getDisplay().asyncExec(() -> {
				if (!body.isDisposed() && body.isVisible()) {
					list();
				}
			});
		}
	}

	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		if (visible) {
			list();
		} else {
			listing.cancel();
		}
	}

	private void list() {
		listed = Optional.empty();
		failure = Optional.empty();
		listing.start(monitor -> StoreListing.read(certificates, monitor::isCanceled), new LatestJob.Receiver<>() {
			@Override
			public void done(StoreListing answer) {
				listed = Optional.of(answer);
				table.show(answer.rows());
				select(table.selected());
			}

			@Override
			public void failed(Throwable exception) {
				Failures.log(exception);
				failure = Notice.error(Failures.sentence(exception));
				refresh();
			}
		});
		refresh();
	}

	private void select(Optional<StoreRow> row) {
		model().setStored(row.map(StoreRow::entry));
		row.map(StoreRow::entry).ifPresentOrElse(examination::start, examination::cancel);
	}

	@Override
	protected void update() {
		String text = model().stored().map(this::details).orElse(""); //$NON-NLS-1$
		if (!text.equals(details.getText())) {
			details.setText(text);
		}
	}

	private String details(CertificateEntry entry) {
		String thumbprint = NLS.bind(Messages.StorePage_thumbprint, Thumbprint.sha1(entry.certificate()));
		String subject = entry.certificate().getSubjectX500Principal().getName();
		return examination.notice().map(Notice::text).map(text -> text + "\n").orElse("") + subject + "\n" + thumbprint; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	@Override
	protected List<Optional<Notice>> notices() {
		Optional<String> problem = listed.flatMap(answer -> answer.problems().stream().findFirst());
		if (model().stored().isPresent()) {
			return List.of(examination.notice(), problem.map(text -> new Notice(Notice.Level.WARNING, text)));
		}
		// Before something is selected, what is missing in the list matters more than the prompt to select.
		return List.of(failure, Notice.prompt(prompt()), problem.map(text -> new Notice(Notice.Level.RETRY, text)));
	}

	private String prompt() {
		if (listed.isEmpty()) {
			return Messages.StorePage_reading;
		}
		if (listed.get().rows().isEmpty()) {
			return Messages.StorePage_empty;
		}
		return table.count() == 0 ? Messages.StorePage_noMatch : Messages.StorePage_choose;
	}
}
