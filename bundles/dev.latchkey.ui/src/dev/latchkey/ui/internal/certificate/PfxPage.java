package dev.latchkey.ui.internal.certificate;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.databinding.observable.value.SelectObservableValue;
import org.eclipse.jface.databinding.swt.typed.WidgetProperties;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ComboViewer;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Text;

import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.certificate.KeyFileReader;
import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.certificate.SigningKey;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.FormPage;
import dev.latchkey.ui.internal.forms.ModelProperty;
import dev.latchkey.ui.internal.forms.Notice;

/** Opens a PFX file and shows what is inside before it is used. */
public final class PfxPage extends FormPage<CertificateChoice> {

	private static final ModelProperty<CertificateChoice, String> PATH = new ModelProperty<>(String.class,
			CertificateChoice::path, CertificateChoice::setPath);
	private static final ModelProperty<CertificateChoice, Boolean> LINKED = new ModelProperty<>(Boolean.class,
			CertificateChoice::linked, CertificateChoice::setLinked);
	private static final int CONTENT_LINES = 8;
	/** Names the certificate while it is in the file only. */
	private static final String NOT_KEPT = "dev.latchkey.ui.file"; //$NON-NLS-1$

	private final CertificateService certificates;
	private final KeyFileReader reader;
	private final KeepingPlaces places;
	private Text path;
	private Text password;
	private ComboViewer keys;
	private Composite keysRow;
	private Text content;
	private KeyFileReading reading;
	private Examination examination;
	private List<KeyMaterial> offered = List.of();

	public PfxPage(CertificateChoice choice, CertificateService certificates, KeyFileReader reader, KeepingPlaces places) {
		super("file", Messages.PfxPage_title, Messages.PfxPage_description, choice); //$NON-NLS-1$
		this.certificates = certificates;
		this.reader = reader;
		this.places = places;
	}

	@Override
	protected void createBody(Composite body) {
		createFile(body);
		Controls.label(body, Messages.PfxPage_password);
		password = Controls.field(body, Messages.PfxPage_password, WidgetIds.FILE_PASSWORD,
				SWT.BORDER | SWT.SINGLE | SWT.PASSWORD);
		password.addModifyListener(event -> read());
		Controls.note(body, Messages.PfxPage_passwordNote);
		createContent(body);
		createPlaces(body);
		reading = new KeyFileReading(reader, body, this::fileRead);
		examination = new Examination(certificates, model(), body);
		body.addDisposeListener(event -> reading.forget());
		List.of(body, path, content).forEach(this::acceptDrops);
	}

	private void createFile(Composite body) {
		Controls.label(body, Messages.PfxPage_file);
		Composite row = new Composite(body, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(row);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		path = Controls.field(row, Messages.PfxPage_file, WidgetIds.FILE_PATH);
		path.setMessage(Messages.PfxPage_fileExample);
		bind(WidgetProperties.text(SWT.Modify).observe(path), PATH);
		path.addModifyListener(event -> read());
		Controls.push(row, Messages.PfxPage_browse, WidgetIds.FILE_BROWSE, this::browse);
	}

	private void createContent(Composite body) {
		keysRow = Controls.row(body, 2);
		Controls.label(keysRow, Messages.PfxPage_keys);
		keys = new ComboViewer(keysRow, SWT.READ_ONLY | SWT.DROP_DOWN);
		Controls.identify(Controls.name(keys.getCombo(), Messages.PfxPage_keys), WidgetIds.FILE_KEYS);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(keys.getCombo());
		keys.setContentProvider(ArrayContentProvider.getInstance());
		keys.setLabelProvider(LabelProvider.createTextProvider(key -> KeyMaterialText.name((KeyMaterial) key)));
		keys.addSelectionChangedListener(
				event -> choose((KeyMaterial) event.getStructuredSelection().getFirstElement()));
		Controls.heading(body, Messages.PfxPage_content);
		content = Controls.reading(body, Messages.PfxPage_content, WidgetIds.FILE_CONTENT, CONTENT_LINES);
	}

	private void createPlaces(Composite body) {
		SelectObservableValue<Boolean> linked = new SelectObservableValue<>(realm(), Boolean.class);
		String copyText = NLS.bind(Messages.PfxPage_copy, places.importer().orElse(Messages.CertificateInstaller_defaultStore));
		Button copy = Controls.choice(body, SWT.RADIO, copyText, WidgetIds.FILE_COPY);
		Button link = Controls.choice(body, SWT.RADIO, Messages.PfxPage_link, WidgetIds.FILE_LINK);
		copy.setEnabled(places.importer().isPresent());
		link.setEnabled(places.linking());
		linked.addOption(false, WidgetProperties.buttonSelection().observe(copy));
		linked.addOption(true, WidgetProperties.buttonSelection().observe(link));
		bind(linked, LINKED);
	}

	private void acceptDrops(Control area) {
		DropTarget target = new DropTarget(area, DND.DROP_COPY | DND.DROP_DEFAULT | DND.DROP_LINK | DND.DROP_MOVE);
		target.setTransfer(FileTransfer.getInstance());
		target.addDropListener(new DropTargetAdapter() {
			@Override
			public void dragEnter(DropTargetEvent event) {
				event.detail = DND.DROP_COPY;
			}

			@Override
			public void drop(DropTargetEvent event) {
				if (event.data instanceof String[] files && files.length > 0) {
					model().setPath(files[0]);
				}
			}
		});
	}

	private void browse() {
		FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
		dialog.setText(Messages.PfxPage_browseTitle);
		dialog.setFilterNames(new String[] { Messages.PfxPage_pfxFiles, Messages.PfxPage_allFiles });
		dialog.setFilterExtensions(new String[] { "*.pfx;*.p12;*.PFX;*.P12", "*" }); //$NON-NLS-1$ //$NON-NLS-2$
		String file = dialog.open();
		if (file != null) {
			model().setPath(file);
			password.setFocus();
		}
	}

	private void read() {
		if (reading != null) {
			model().setRead(Optional.empty());
			reading.start(model().path(), password.getTextChars());
		}
	}

	private void fileRead() {
		if (!offered.equals(reading.keys())) {
			offered = reading.keys();
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
		Controls.show(keysRow, offered.size() > 1);
		String text = model().read().map(key -> KeyMaterialText.of(key, model().findings().orElse(List.of()))).orElse(""); //$NON-NLS-1$
		if (!text.equals(content.getText())) {
			content.setText(text);
		}
	}

	@Override
	protected List<Optional<Notice>> notices() {
		Optional<Notice> place = places.importer().isPresent() || places.linking() ? Optional.empty()
				: Notice.error(Messages.GeneratePage_noStore);
		return List.of(place, reading.notice(), model().read().isPresent() ? examination.notice() : Optional.empty());
	}

	/** The password as it stands; to be cleared by the caller. */
	char[] password() {
		return password.getTextChars();
	}
}
