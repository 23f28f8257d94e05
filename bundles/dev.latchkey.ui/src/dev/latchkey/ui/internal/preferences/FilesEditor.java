package dev.latchkey.ui.internal.preferences;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.jface.preference.ListEditor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;

import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.Failures;
import dev.latchkey.ui.internal.forms.LatestJob;
import dev.latchkey.ui.internal.forms.Notice;

/**
 * A list of files that are read at once, in the background, so that it can be told which of them can't be used. That keeps
 * nobody from saving, since a file may be on a drive that is not there today.
 */
final class FilesEditor extends ListEditor {

	private static final int PATH_WIDTH_IN_CHARS = 45;
	private static final int LINES = 3;
	private static final String SEPARATOR = "\n"; //$NON-NLS-1$

	private final FileKind kind;
	private final Consumer<List<Notice>> told;
	private LatestJob<List<Notice>> check;

	/** @param told gets what is wrong with the files, in the user interface thread after each change */
	FilesEditor(FileKind kind, Composite parent, Consumer<List<Notice>> told) {
		this.kind = kind;
		this.told = told;
		init(kind.preference(), kind.label());
		createControl(parent);
	}

	@Override
	protected void doFillIntoGrid(Composite parent, int columns) {
		super.doFillIntoGrid(parent, columns);
		org.eclipse.swt.widgets.List list = getListControl(parent);
		Controls.identify(Controls.name(list, kind.label()), kind.id());
		GridData data = (GridData) list.getLayoutData();
		data.widthHint = new PixelConverter(list).convertWidthInCharsToPixels(PATH_WIDTH_IN_CHARS);
		data.heightHint = list.getItemHeight() * LINES;
		nameButtons();
		check = new LatestJob<>(list, kind.label());
	}

	/** One mnemonic for each list is enough; order matters only where the first of equals counts. */
	private void nameButtons() {
		getAddButton().setText(kind.add());
		getRemoveButton().setText(Messages.FilesEditor_remove);
		for (Button button : new Button[] { getUpButton(), getDownButton() }) {
			Controls.show(button, kind.ordered());
			button.setText(button.getText().replace("&", "")); //$NON-NLS-1$ //$NON-NLS-2$
		}
		for (Button button : new Button[] { getAddButton(), getRemoveButton(), getUpButton(), getDownButton() }) {
			// the page has several such lists, with buttons of the same texts
			Controls.name(button, button.getText() + ", " + kind.label()); //$NON-NLS-1$
		}
		for (Button button : new Button[] { getAddButton(), getRemoveButton() }) {
			GridData data = (GridData) button.getLayoutData();
			data.widthHint = Math.max(data.widthHint, button.computeSize(SWT.DEFAULT, SWT.DEFAULT).x);
		}
	}

	@Override
	protected void doLoad() {
		super.doLoad();
		check();
	}

	@Override
	protected void doLoadDefault() {
		super.doLoadDefault();
		check();
	}

	/** Called after each change of the list too. */
	@Override
	protected void selectionChanged() {
		super.selectionChanged();
		if (check != null) {
			check();
		}
	}

	private void check() {
		String[] files = getList().getItems();
		check.start(monitor -> problems(files, monitor), new LatestJob.Receiver<>() {
			@Override
			public void done(List<Notice> found) {
				told.accept(found);
			}

			@Override
			public void failed(Throwable failure) {
				Failures.log(failure);
				told.accept(List.of(new Notice(Notice.Level.ERROR, Failures.sentence(failure))));
			}
		});
	}

	private List<Notice> problems(String[] files, IProgressMonitor monitor) {
		List<Notice> problems = new ArrayList<>();
		for (String file : files) {
			if (monitor.isCanceled()) {
				throw new OperationCanceledException();
			}
			problemOf(file).ifPresent(problem -> problems.add(new Notice(Notice.Level.WARNING, problem)));
		}
		return problems;
	}

	private Optional<String> problemOf(String file) {
		try {
			return kind.problem().apply(Path.of(file));
		} catch (InvalidPathException e) {
			return Optional.of(NLS.bind(Messages.FilesEditor_noPath, file));
		}
	}

	@Override
	protected String createList(String[] files) {
		return String.join(SEPARATOR, files);
	}

	@Override
	protected String[] parseString(String value) {
		return Arrays.stream(value.split(SEPARATOR)).map(String::strip).filter(file -> !file.isEmpty())
				.toArray(String[]::new);
	}

	@Override
	protected String getNewInputObject() {
		FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
		dialog.setText(kind.choose());
		dialog.setFilterNames(new String[] { kind.files(), Messages.FilesEditor_allFiles });
		dialog.setFilterExtensions(new String[] { kind.pattern(), "*" }); //$NON-NLS-1$
		String file = dialog.open();
		return file == null || Arrays.asList(getList().getItems()).contains(file) ? null : file;
	}
}
