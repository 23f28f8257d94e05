package dev.latchkey.ui.internal.export;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.databinding.observable.value.SelectObservableValue;
import org.eclipse.jface.databinding.swt.typed.WidgetProperties;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.export.ExportChoice.What;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.Failures;
import dev.latchkey.ui.internal.forms.FilePaths;
import dev.latchkey.ui.internal.forms.FormPage;
import dev.latchkey.ui.internal.forms.LatestJob;
import dev.latchkey.ui.internal.forms.ModelProperty;
import dev.latchkey.ui.internal.forms.Notice;
import dev.latchkey.ui.internal.forms.Subjects;

/** What is handed over, in which file, and how it is protected. */
final class ExportPage extends FormPage<ExportChoice> {

	private static final ModelProperty<ExportChoice, What> WHAT = new ModelProperty<>(What.class, ExportChoice::what,
			ExportChoice::setWhat);
	private static final ModelProperty<ExportChoice, String> PATH = new ModelProperty<>(String.class, ExportChoice::path,
			ExportChoice::setPath);
	private static final ModelProperty<ExportChoice, Boolean> OWN = new ModelProperty<>(Boolean.class,
			ExportChoice::ownPassword, ExportChoice::setOwnPassword);
	private static final ModelProperty<ExportChoice, Boolean> OLD = new ModelProperty<>(Boolean.class,
			ExportChoice::oldWindows, ExportChoice::setOldWindows);

	private final CertificateExport export;
	private Button key;
	private Label reason;
	private ProtectionGroup protection;
	private char[] passPhrase = {};
	private Optional<Notice> failure = Optional.empty();

	ExportPage(ExportChoice choice, CertificateExport export) {
		super("export", Messages.ExportPage_title, Messages.ExportPage_description, choice); //$NON-NLS-1$
		this.export = export;
	}

	@Override
	protected void createBody(Composite body) {
		createWhat(body);
		createPath(body);
		protection = new ProtectionGroup(body, realm(), this::refresh);
		bind(protection.own(), OWN);
		bind(protection.oldWindows(), OLD);
		model().addListener(() -> failure = Optional.empty());
		body.addDisposeListener(event -> Arrays.fill(passPhrase, '\0'));
		new LatestJob<char[]>(body, Messages.ExportPage_checking).start(monitor -> export.newPassPhrase(), new Phrase());
		new LatestJob<Void>(body, Messages.ExportPage_checking).start(monitor -> {
			export.checkKey();
			return null;
		}, new KeyCheck());
	}

	private void createWhat(Composite body) {
		SelectObservableValue<What> what = new SelectObservableValue<>(realm(), What.class);
		option(body, what, What.CERTIFICATE_DER, Messages.ExportPage_der, WidgetIds.EXPORT_DER);
		option(body, what, What.CERTIFICATE_PEM, Messages.ExportPage_pem, WidgetIds.EXPORT_PEM);
		key = option(body, what, What.KEY, Messages.ExportPage_key, WidgetIds.EXPORT_KEY);
		key.setEnabled(false);
		reason = Controls.identify(Controls.indentedNote(body, Messages.ExportPage_keyNote), WidgetIds.EXPORT_REASON);
		bind(what, WHAT);
	}

	private static Button option(Composite body, SelectObservableValue<What> selected, What what, String text, String id) {
		Button button = Controls.choice(body, SWT.RADIO, text, id);
		selected.addOption(what, WidgetProperties.buttonSelection().observe(button));
		return button;
	}

	private void createPath(Composite body) {
		Controls.label(body, Messages.ExportPage_file);
		Composite row = new Composite(body, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(row);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		Text path = Controls.field(row, Messages.ExportPage_file, WidgetIds.EXPORT_PATH);
		bind(WidgetProperties.text(SWT.Modify).observe(path), PATH);
		Controls.push(row, Messages.ExportPage_browse, WidgetIds.EXPORT_BROWSE, this::browse);
	}

	private void browse() {
		FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
		dialog.setText(Messages.ExportPage_title);
		dialog.setFilterExtensions(new String[] { '*' + model().what().extension(), "*" }); //$NON-NLS-1$
		String name = Subjects.name(export.entry().certificate().getSubjectX500Principal());
		dialog.setFileName(name.replaceAll("[^\\p{L}\\p{N} ._-]", "_") + model().what().extension()); //$NON-NLS-1$ //$NON-NLS-2$
		String file = dialog.open();
		if (file != null) {
			model().setPath(file);
		}
	}

	@Override
	protected void update() {
		protection.show(model().what() == What.KEY, model().ownPassword());
	}

	@Override
	protected List<Optional<Notice>> notices() {
		return List.of(failure, path(), model().what() == What.KEY ? secret() : Optional.empty());
	}

	private Optional<Notice> path() {
		if (model().path().isBlank()) {
			return Notice.prompt(Messages.ExportPage_choose);
		}
		return FilePaths.absolute(model().path()).isPresent() ? Optional.empty() : Notice.error(Messages.ExportPage_notAPath);
	}

	private Optional<Notice> secret() {
		if (model().ownPassword()) {
			return protection.notice();
		}
		return passPhrase.length == 0 ? Notice.prompt(Messages.ExportPage_checking) : Optional.empty();
	}

	/** What protects the file; to be cleared by the caller. */
	char[] password() {
		return model().ownPassword() ? protection.password() : passPhrase.clone();
	}

	/** Says why the last try failed, until something is changed. */
	void say(Optional<Notice> what) {
		failure = what;
		refresh();
	}

	private final class Phrase implements LatestJob.Receiver<char[]> {

		@Override
		public void done(char[] phrase) {
			passPhrase = phrase;
			protection.offer(phrase);
			refresh();
		}

		@Override
		public void failed(Throwable exception) {
			Failures.log(exception);
		}
	}

	private final class KeyCheck implements LatestJob.Receiver<Void> {

		@Override
		public void done(Void nothing) {
			key.setEnabled(true);
		}

		@Override
		public void failed(Throwable exception) {
			reason.setText(Failures.sentence(exception));
			refresh();
		}
	}
}
