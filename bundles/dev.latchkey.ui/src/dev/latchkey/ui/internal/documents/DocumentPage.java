package dev.latchkey.ui.internal.documents;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jface.databinding.swt.typed.WidgetProperties;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Text;

import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.Failures;
import dev.latchkey.ui.internal.forms.FilePaths;
import dev.latchkey.ui.internal.forms.FormPage;
import dev.latchkey.ui.internal.forms.LatestJob;
import dev.latchkey.ui.internal.forms.ModelProperty;
import dev.latchkey.ui.internal.forms.Notice;

/** Asks where a document is to be written. */
final class DocumentPage extends FormPage<DocumentTarget> {

	private static final ModelProperty<DocumentTarget, String> PATH = new ModelProperty<>(String.class,
			DocumentTarget::path, DocumentTarget::setPath);
	private static final int COLUMNS = 3;
	private static final long TYPING_MILLIS = 300;

	private final Document document;
	private LatestJob<List<Optional<Notice>>> looking;
	private Optional<Path> looked = Optional.empty();
	/** What there is to say about that place; empty as long as nobody has looked. */
	private Optional<List<Optional<Notice>>> found = Optional.empty();
	private Optional<Notice> failure = Optional.empty();

	DocumentPage(Document document, DocumentTarget target) {
		super("document", document.title(), document.description(), target); //$NON-NLS-1$
		this.document = document;
	}

	@Override
	protected void createBody(Composite body) {
		looking = new LatestJob<>(body, document.title());
		Controls.note(body, document.note());
		Composite row = Controls.row(body, document.folders() ? COLUMNS + 1 : COLUMNS);
		String label = document.folders() ? Messages.DocumentPage_target : Messages.DocumentPage_file;
		Controls.label(row, label);
		Text path = Controls.field(row, label, WidgetIds.DOCUMENT_PATH);
		bind(WidgetProperties.text(SWT.Modify).observe(path), PATH);
		Controls.push(row, document.folders() ? Messages.DocumentPage_browseFile : Messages.DocumentPage_browse,
				WidgetIds.DOCUMENT_BROWSE, this::browseFile);
		if (document.folders()) {
			Controls.push(row, Messages.DocumentPage_browseFolder, WidgetIds.DOCUMENT_BROWSE_FOLDER, this::browseFolder);
		}
		model().addListener(() -> failure = Optional.empty());
	}

	private void browseFile() {
		FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
		dialog.setText(document.title());
		dialog.setFilterExtensions(document.endings().stream().map(ending -> '*' + ending).toArray(String[]::new));
		dialog.setFileName(fileName(document));
		Optional.ofNullable(dialog.open()).ifPresent(model()::setPath);
	}

	private void browseFolder() {
		DirectoryDialog dialog = new DirectoryDialog(getShell(), SWT.SAVE);
		dialog.setText(document.title());
		Optional.ofNullable(dialog.open()).ifPresent(model()::setPath);
	}

	/** A name that file systems take. */
	static String fileName(Document document) {
		return document.name().replaceAll("[^\\p{L}\\p{N} ._-]", "_") + document.endings().get(0); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** Whatever is there may be on another computer, so it is looked at in the background. */
	@Override
	protected void update() {
		Optional<Path> target = FilePaths.absolute(model().path());
		if (!target.equals(looked)) {
			long delay = looked.isEmpty() ? 0 : TYPING_MILLIS;
			looked = target;
			found = Optional.empty();
			target.ifPresentOrElse(path -> looking.start(delay,
					monitor -> List.of(document.check(path), replaced(path)), new Looked()), looking::cancel);
		}
	}

	@Override
	protected List<Optional<Notice>> notices() {
		if (looked.isEmpty()) {
			return List.of(model().path().isBlank() ? Notice.prompt(Messages.DocumentPage_choose)
					: Notice.error(Messages.DocumentPage_notAPath));
		}
		return found.map(notices -> Stream.concat(Stream.of(failure), notices.stream()).toList())
				.orElseGet(() -> List.of(Notice.prompt(Messages.DocumentPage_looking)));
	}

	/** Takes over what was found. */
	private final class Looked implements LatestJob.Receiver<List<Optional<Notice>>> {

		@Override
		public void done(List<Optional<Notice>> notices) {
			found = Optional.of(notices);
			refresh();
		}

		@Override
		public void failed(Throwable unexpected) {
			Failures.log(unexpected);
			done(List.of());
		}
	}

	private static Optional<Notice> replaced(Path target) {
		return Files.isRegularFile(target)
				? Optional.of(new Notice(Notice.Level.WARNING, NLS.bind(Messages.DocumentPage_replaces, target.getFileName())))
				: Optional.empty();
	}

	/** Says why the last try failed, until something is changed. */
	void say(Notice what) {
		failure = Optional.of(what);
		refresh();
	}
}
