package dev.latchkey.ui.internal.connect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.jface.databinding.swt.typed.WidgetProperties;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.LayoutConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.FocusListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.RegistrationService;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.WizardServices;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.FormPage;
import dev.latchkey.ui.internal.forms.ModelProperty;
import dev.latchkey.ui.internal.forms.Notice;
import dev.latchkey.ui.internal.forms.ReadingArea;

/** Whose organization it is, with which application and which certificate it is connected. */
public final class ApplicationPage extends FormPage<ConnectInput> {

	private static final ModelProperty<ConnectInput, String> ACCOUNT = new ModelProperty<>(String.class,
			ConnectInput::account, ConnectInput::setAccount);
	private static final ModelProperty<ConnectInput, String> ORGANIZATION = new ModelProperty<>(String.class,
			ConnectInput::organization, ConnectInput::setOrganization);
	private static final ModelProperty<ConnectInput, String> APPLICATION_ID = new ModelProperty<>(String.class,
			ConnectInput::applicationId, ConnectInput::setApplicationId);
	private static final ModelProperty<ConnectInput, Boolean> GRANT = new ModelProperty<>(Boolean.class,
			ConnectInput::grant, ConnectInput::setGrant);

	private static final int FINDING_LINES = 3;

	private final ConnectModel connect;
	private final CertificateService certificates;
	private final RegistrationService registration;
	private final CloudCatalog clouds;
	private final Supplier<Optional<CertificateEntry>> selector;
	private final Consumer<CertificateEntry> exporter;
	private final List<Control> accountControls = new ArrayList<>();
	private final List<Control> organizationControls = new ArrayList<>();
	private CertificateCheck check;
	private ReadingArea certificate;
	private Button export;
	private List<Object> searchedFor = List.of();
	private Optional<Notice> searchFailure = Optional.empty();

	/**
	 * @param selector lets the user choose a certificate; empty when the user cancels
	 * @param exporter lets the user hand the chosen certificate over
	 */
	public ApplicationPage(ConnectModel connect, WizardServices services, Supplier<Optional<CertificateEntry>> selector,
			Consumer<CertificateEntry> exporter) {
		super("application", Messages.ApplicationPage_title, Messages.ApplicationPage_description, connect.input()); //$NON-NLS-1$
		this.connect = connect;
		this.certificates = services.certificates();
		this.registration = services.registration();
		this.clouds = services.clouds();
		this.selector = selector;
		this.exporter = exporter;
	}

	@Override
	protected void createBody(Composite body) {
		createAccount(body);
		createApplicationId(body);
		createCertificate(body);
		createGrant(body);
		check = new CertificateCheck(certificates, body, this::refresh);
		connect.edited().filter(edited -> model().certificate().isEmpty())
				.ifPresent(edited -> check.lookUp(edited.certificate(), model()));
	}

	private void createAccount(Composite body) {
		accountControls.add(Controls.label(body, Messages.ApplicationPage_account));
		Text account = Controls.field(body, Messages.ApplicationPage_account, WidgetIds.ACCOUNT);
		account.setMessage(Messages.ApplicationPage_accountExample);
		accountControls.add(account);
		accountControls.add(Controls.note(body, Messages.ApplicationPage_accountNote));
		bind(WidgetProperties.text(SWT.Modify).observe(account), ACCOUNT);
		organizationControls.add(Controls.label(body, Messages.ApplicationPage_organization));
		Text organization = Controls.field(body, Messages.ApplicationPage_organization, WidgetIds.ORGANIZATION_NAME);
		organization.setMessage(Messages.ApplicationPage_organizationExample);
		organizationControls.add(organization);
		bind(WidgetProperties.text(SWT.Modify).observe(organization), ORGANIZATION);
	}

	private void createApplicationId(Composite body) {
		Controls.label(body, Messages.ApplicationPage_applicationId);
		Text text = Controls.field(body, Messages.ApplicationPage_applicationId, WidgetIds.APPLICATION_ID);
		text.setMessage(Messages.ApplicationPage_applicationIdExample);
		bind(WidgetProperties.text(SWT.Modify).observe(text), APPLICATION_ID);
		// Only when the user is done with it, because changing a text under somebody's fingers moves the caret.
		text.addFocusListener(FocusListener.focusLostAdapter(event -> normalize()));
	}

	private void normalize() {
		if (model().application().valid() && !model().application().value().equals(model().applicationId())) {
			model().setApplicationId(model().application().value());
		}
	}

	private void createCertificate(Composite body) {
		Label label = Controls.label(body, Messages.ApplicationPage_certificate);
		GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(label);
		Composite row = new Composite(body, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(row);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		certificate = new ReadingArea(row, Messages.ApplicationPage_certificate, WidgetIds.CERTIFICATE,
				CertificateText.LINES + FINDING_LINES);
		((GridData) certificate.control().getLayoutData()).horizontalSpan = 1;
		((GridData) certificate.control().getLayoutData()).widthHint = Controls.noteWidth(row) / 2;
		Composite buttons = new Composite(row, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(LayoutConstants.getSpacing()).applyTo(buttons);
		GridDataFactory.swtDefaults().align(SWT.FILL, SWT.BEGINNING).applyTo(buttons);
		Controls.push(buttons, Messages.ApplicationPage_install, WidgetIds.INSTALL, this::install);
		export = Controls.push(buttons, Messages.ApplicationPage_export, WidgetIds.EXPORT,
				() -> model().certificate().ifPresent(exporter));
	}

	private void createGrant(Composite body) {
		Button grant = Controls.choice(body, SWT.CHECK | SWT.WRAP, Messages.ApplicationPage_grant, WidgetIds.GRANT);
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(Controls.noteWidth(grant), SWT.DEFAULT)
				.applyTo(grant);
		bind(WidgetProperties.buttonSelection().observe(grant), GRANT);
		Controls.indentedNote(body, Messages.ApplicationPage_grantNote);
	}

	private void install() {
		Optional<CertificateEntry> chosen = selector.get();
		if (chosen.isPresent()) {
			model().setCertificate(chosen);
		}
	}

	@Override
	protected void update() {
		accountControls.forEach(control -> Controls.show(control, model().needsAccount()));
		organizationControls.forEach(control -> Controls.show(control, !model().needsAccount()));
		String text = model().certificate().map(entry -> CertificateText.of(entry.certificate())).orElse(""); //$NON-NLS-1$
		model().certificate().ifPresent(check::examine);
		export.setEnabled(model().certificate().isPresent());
		certificate.showLast(text, check.findings());
		if (!searchedFor.equals(model().organizationKey())) {
			searchFailure = Optional.empty();
		}
	}

	@Override
	protected List<Optional<Notice>> notices() {
		Optional<Notice> who = model().needsAccount() ? new AccountValidator().apply(model().account())
				: new OrganizationValidator().apply(model().organization());
		return List.of(who, new ApplicationIdValidator().apply(model().applicationId()), check.notice(), searchFailure,
				connect.regionChange().map(change -> new Notice(Notice.Level.INFO, change.text())));
	}

	/** Finds the tenant and its region, unless they were found before; when that fails or asks for more, the page says so. */
	boolean locate() {
		normalize();
		if (connect.tenant().isPresent()) {
			return true;
		}
		searchedFor = model().organizationKey();
		TenantSearch search = new TenantSearch(registration, clouds, model().cloud(), model().domain().orElseThrow());
		searchFailure = new PageRun(getContainer()).run(search);
		search.found().ifPresent(connect::located);
		refresh();
		return connect.tenant().isPresent() && isPageComplete();
	}
}
