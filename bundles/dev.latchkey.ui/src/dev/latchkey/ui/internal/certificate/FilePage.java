package dev.latchkey.ui.internal.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.jface.databinding.swt.typed.WidgetProperties;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ComboViewer;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.certificate.Finding;
import dev.latchkey.certificate.KeyFileContent;
import dev.latchkey.certificate.KeyFileReader;
import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.certificate.SigningKey;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.Findings;
import dev.latchkey.ui.internal.forms.FormPage;
import dev.latchkey.ui.internal.forms.ModelProperty;
import dev.latchkey.ui.internal.forms.Notice;
import dev.latchkey.ui.internal.forms.ReadingArea;

/** Opens a PFX or PEM file, or two, and shows what is inside before it is used. */
public final class FilePage extends FormPage<CertificateChoice> {

	private static final ModelProperty<CertificateChoice, String> PATH = new ModelProperty<>(String.class,
			CertificateChoice::path, CertificateChoice::setPath);
	private static final ModelProperty<CertificateChoice, String> SECOND_PATH = new ModelProperty<>(String.class,
			CertificateChoice::secondPath, CertificateChoice::setSecondPath);
	private static final ModelProperty<CertificateChoice, Boolean> LINKED = new ModelProperty<>(Boolean.class,
			CertificateChoice::linked, CertificateChoice::setLinked);
	private static final int CONTENT_LINES = 7;
	/** Names the certificate while it is in the file only. */
	private static final String NOT_KEPT = "dev.latchkey.ui.file"; //$NON-NLS-1$

	private final CertificateService certificates;
	private final KeyFileReader reader;
	private final KeepingPlaces places;
	private FileField file;
	private FileField second;
	private Text password;
	private InsistRow insistRow;
	private ComboViewer keys;
	private Composite keysRow;
	private ReadingArea content;
	private PlaceChoice place;
	private KeyFileReading reading;
	private Examination examination;
	private Counterpart counterpart = Counterpart.NONE;
	private boolean insisted;
	private List<KeyMaterial> offered = List.of();

	public FilePage(CertificateChoice choice, CertificateService certificates, KeyFileReader reader, KeepingPlaces places) {
		super("file", Messages.FilePage_title, Messages.FilePage_description, choice); //$NON-NLS-1$
		this.certificates = certificates;
		this.reader = reader;
		this.places = places;
	}

	@Override
	protected void createBody(Composite body) {
		createFiles(body);
		Controls.label(body, Messages.FilePage_password);
		password = Controls.field(body, Messages.FilePage_password, WidgetIds.FILE_PASSWORD,
				SWT.BORDER | SWT.SINGLE | SWT.PASSWORD);
		password.addModifyListener(event -> read());
		Controls.note(body, Messages.FilePage_passwordNote);
		insistRow = new InsistRow(body, () -> insist(true), () -> insist(false));
		createContent(body);
		place = new PlaceChoice(body, realm(), places);
		bind(place.linked(), LINKED);
		reading = new KeyFileReading(reader, body, this::fileRead);
		examination = new Examination(certificates, model(), body);
		body.addDisposeListener(event -> reading.forget());
		List.of(body, file.text(), content.control()).forEach(area -> FileField.acceptDrops(area, this::dropped));
		FileField.acceptDrops(second.text(), files -> model().setSecondPath(files[0]));
	}

	private void createFiles(Composite body) {
		file = new FileField(body, Messages.FilePage_file, WidgetIds.FILE_PATH, Messages.FilePage_browse,
				WidgetIds.FILE_BROWSE, path -> dropped(new String[] { path }));
		file.text().setMessage(Messages.FilePage_fileExample);
		bind(WidgetProperties.text(SWT.Modify).observe(file.text()), PATH);
		second = new FileField(body, Messages.FilePage_keyFile, WidgetIds.FILE_SECOND, Messages.FilePage_browseSecond,
				WidgetIds.FILE_SECOND_BROWSE, model()::setSecondPath);
		bind(WidgetProperties.text(SWT.Modify).observe(second.text()), SECOND_PATH);
		file.text().addModifyListener(event -> fileChanged());
		second.text().addModifyListener(event -> read());
	}

	private void createContent(Composite body) {
		keysRow = Controls.row(body, 2);
		Controls.label(keysRow, Messages.FilePage_keys);
		keys = new ComboViewer(keysRow, SWT.READ_ONLY | SWT.DROP_DOWN);
		Controls.identify(Controls.name(keys.getCombo(), Messages.FilePage_keys), WidgetIds.FILE_KEYS);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(keys.getCombo());
		keys.setContentProvider(ArrayContentProvider.getInstance());
		keys.setLabelProvider(LabelProvider.createTextProvider(key -> KeyMaterialText.name((KeyMaterial) key)));
		keys.addSelectionChangedListener(
				event -> choose((KeyMaterial) event.getStructuredSelection().getFirstElement()));
		Controls.heading(body, Messages.FilePage_content);
		content = new ReadingArea(body, Messages.FilePage_content, WidgetIds.FILE_CONTENT, CONTENT_LINES);
		GridDataFactory.createFrom((GridData) content.control().getLayoutData()).grab(true, true).align(SWT.FILL, SWT.FILL)
				.applyTo(content.control());
	}

	/** One file, or two that belong together. */
	private void dropped(String[] files) {
		boolean keyFirst = files.length > 1 && files[0].toLowerCase(Locale.ROOT).endsWith(".key"); //$NON-NLS-1$
		model().setPath(files[keyFirst ? 1 : 0]);
		if (files.length > 1) {
			counterpart = Counterpart.KEY;
			model().setSecondPath(files[keyFirst ? 0 : 1]);
		}
		password.setFocus();
	}

	private void fileChanged() {
		counterpart = Counterpart.NONE;
		insisted = false;
		if (!model().secondPath().isEmpty()) {
			model().setSecondPath(""); //$NON-NLS-1$
		}
		read();
	}

	private void insist(boolean open) {
		insisted = open;
		read();
	}

	private void read() {
		if (reading != null) {
			model().setRead(Optional.empty());
			reading.start(model().path(), model().secondPath(), password.getTextChars(), insisted);
		}
	}

	private void fileRead() {
		if (reading.content().isPresent() && model().secondPath().isBlank()) {
			counterpart = Counterpart.of(reading.content().get());
		}
		List<KeyMaterial> found = reading.content().map(KeyFileContent::keys).orElse(List.of());
		if (!offered.equals(found)) {
			offered = found;
			keys.setInput(offered);
			offered.stream().findFirst().ifPresent(first -> keys.setSelection(new StructuredSelection(first)));
		}
		refresh();
	}

	private void choose(KeyMaterial key) {
		model().setRead(Optional.ofNullable(key));
		if (key != null) {
			examination.start(new CertificateEntry(CertificateReference.of(NOT_KEPT, key.certificate()),
					key.certificate(), key.issuers(), key.friendlyName(), "", () -> new SigningKey(key.key()))); //$NON-NLS-1$
		}
	}

	@Override
	protected void update() {
		second.rename(counterpart == Counterpart.CERTIFICATE ? Messages.FilePage_certificateFile : Messages.FilePage_keyFile);
		second.show(counterpart != Counterpart.NONE);
		insistRow.show(reading.expensive(), reading.insisting());
		Controls.show(keysRow, offered.size() > 1);
		boolean linkable = !insisted && model().secondPath().isBlank();
		place.allowLinking(linkable);
		if (!linkable && model().linked()) {
			model().setLinked(false);
		}
		content.showLast(reading.content().map(found -> KeyMaterialText.of(found, model().read())).orElse(""), //$NON-NLS-1$
				findings());
	}

	/** Of the file and of the certificate in it. */
	private List<Notice> findings() {
		List<Finding> all = new ArrayList<>(reading.content().map(KeyFileContent::findings).orElse(List.of()));
		if (model().read().isEmpty() || model().findings().isEmpty()) {
			return Findings.notices(all);
		}
		all.addAll(model().findings().get());
		return Findings.notices(all);
	}

	@Override
	protected List<Optional<Notice>> notices() {
		boolean keepable = places.importer().isPresent() || places.linking() && model().secondPath().isBlank();
		Optional<Notice> nowhere = keepable ? Optional.empty() : Notice.error(Messages.GeneratePage_noStore);
		Optional<Notice> ofFile = reading.content().map(KeyFileContent::findings).flatMap(Findings::foremost);
		return List.of(nowhere, reading.notice(), model().read().isPresent() ? examination.notice() : Optional.empty(),
				ofFile);
	}

	/** The password as it stands; to be cleared by the caller. */
	char[] password() {
		return password.getTextChars();
	}
}
