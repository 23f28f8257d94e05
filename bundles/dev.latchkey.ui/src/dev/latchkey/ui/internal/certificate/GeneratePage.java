package dev.latchkey.ui.internal.certificate;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.databinding.swt.typed.WidgetProperties;
import org.eclipse.jface.databinding.viewers.typed.ViewerProperties;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ComboViewer;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;

import dev.latchkey.certificate.SelfSignedRequest;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.FormPage;
import dev.latchkey.ui.internal.forms.Formats;
import dev.latchkey.ui.internal.forms.LifetimePolicy;
import dev.latchkey.ui.internal.forms.ModelProperty;
import dev.latchkey.ui.internal.forms.Notice;

/** What a new self-signed certificate is to be like. */
public final class GeneratePage extends FormPage<CertificateChoice> {

	private static final ModelProperty<CertificateChoice, String> NAME = new ModelProperty<>(String.class,
			CertificateChoice::name, CertificateChoice::setName);
	private static final ModelProperty<CertificateChoice, Integer> KEY_BITS = new ModelProperty<>(Integer.class,
			CertificateChoice::keyBits, CertificateChoice::setKeyBits);
	private static final ModelProperty<CertificateChoice, Integer> MONTHS = new ModelProperty<>(Integer.class,
			CertificateChoice::validityMonths, CertificateChoice::setValidityMonths);

	private final Optional<String> store;
	private Button advanced;
	private Composite details;
	private Label ends;

	/** @param store name of the place where the new key is kept; empty when there is none */
	public GeneratePage(CertificateChoice choice, Optional<String> store) {
		super("generate", Messages.GeneratePage_title, Messages.GeneratePage_description, choice); //$NON-NLS-1$
		this.store = store;
	}

	@Override
	protected void createBody(Composite body) {
		Controls.label(body, Messages.GeneratePage_name);
		Text name = Controls.field(body, Messages.GeneratePage_name, WidgetIds.GENERATE_NAME);
		name.setTextLimit(SelfSignedRequest.MAX_NAME_LENGTH * 2);
		bind(WidgetProperties.text(SWT.Modify).observe(name), NAME);
		ends = Controls.note(body, ""); //$NON-NLS-1$
		advanced = Controls.push(body, Messages.GeneratePage_advanced, WidgetIds.GENERATE_ADVANCED,
				() -> showDetails(!details.getVisible()));
		GridDataFactory.createFrom((GridData) advanced.getLayoutData()).span(2, 1)
				.align(SWT.BEGINNING, SWT.CENTER).applyTo(advanced);
		details = Controls.row(body, 2);
		createKeySize();
		createValidity();
		Controls.show(details, false);
	}

	private void createKeySize() {
		Controls.label(details, Messages.GeneratePage_keySize);
		ComboViewer combo = new ComboViewer(details, SWT.READ_ONLY | SWT.DROP_DOWN);
		Controls.identify(Controls.name(combo.getCombo(), Messages.GeneratePage_keySize), WidgetIds.GENERATE_KEY_SIZE);
		combo.setContentProvider(ArrayContentProvider.getInstance());
		combo.setLabelProvider(LabelProvider
				.createTextProvider(bits -> NLS.bind(Messages.GeneratePage_bits, bits.toString())));
		combo.setInput(SelfSignedRequest.KEY_BITS.stream().sorted().toList());
		GridDataFactory.swtDefaults().applyTo(combo.getCombo());
		bind(ViewerProperties.singleSelection(Integer.class).observe(combo), KEY_BITS);
	}

	private void createValidity() {
		Controls.label(details, Messages.GeneratePage_validity);
		Spinner months = new Spinner(details, SWT.BORDER);
		Controls.identify(Controls.name(months, Messages.GeneratePage_validity), WidgetIds.GENERATE_VALIDITY);
		months.setMinimum(SelfSignedRequest.MIN_VALIDITY_MONTHS);
		months.setMaximum(SelfSignedRequest.MAX_VALIDITY_MONTHS);
		GridDataFactory.swtDefaults().applyTo(months);
		bind(WidgetProperties.spinnerSelection().observe(months), MONTHS);
	}

	private void showDetails(boolean show) {
		Controls.show(details, show);
		advanced.setText(show ? Messages.GeneratePage_basic : Messages.GeneratePage_advanced);
		refresh();
	}

	@Override
	protected void update() {
		ZonedDateTime end = ZonedDateTime.now(ZoneId.systemDefault()).plusMonths(model().validityMonths());
		ends.setText(NLS.bind(Messages.GeneratePage_ends,
				new Object[] { String.valueOf(model().keyBits()), Formats.date(end.toInstant()), store.orElse("") })); //$NON-NLS-1$
	}

	@Override
	protected List<Optional<Notice>> notices() {
		Optional<Notice> place = store.isPresent() ? Optional.empty() : Notice.error(Messages.GeneratePage_noStore);
		return List.of(place, new NameValidator().apply(model().name()), lifetime());
	}

	/** The same comparison as with the certificate that is made. */
	private Optional<Notice> lifetime() {
		ZonedDateTime start = ZonedDateTime.now(ZoneOffset.UTC);
		long days = ChronoUnit.DAYS.between(start, start.plusMonths(model().validityMonths()));
		int allowed = LifetimePolicy.current().maxLifetimeDays();
		return days <= allowed ? Optional.empty()
				: Optional.of(new Notice(Notice.Level.WARNING,
						NLS.bind(allowed == 1 ? Messages.GeneratePage_longerThanPolicyOne : Messages.GeneratePage_longerThanPolicy,
								String.valueOf(days), String.valueOf(allowed))));
	}
}
