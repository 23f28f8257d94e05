package dev.latchkey.ui.internal.preferences;

import java.util.Arrays;

import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.jface.preference.ListEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.List;

import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Controls;

/** The list of cloud files. */
final class CloudFilesEditor extends ListEditor {

	private static final int PATH_WIDTH_IN_CHARS = 45;
	private static final String SEPARATOR = "\n"; //$NON-NLS-1$

	CloudFilesEditor(String key, Composite parent) {
		super(key, Messages.CloudFilesEditor_label, parent);
		List list = getListControl(parent);
		Controls.identify(Controls.name(list, Messages.CloudFilesEditor_label), WidgetIds.CLOUD_FILES);
		getAddButton().setText(Messages.CloudFilesEditor_add);
	}

	@Override
	protected void doFillIntoGrid(Composite parent, int columns) {
		super.doFillIntoGrid(parent, columns);
		List list = getListControl(parent);
		int width = new PixelConverter(list).convertWidthInCharsToPixels(PATH_WIDTH_IN_CHARS);
		((GridData) list.getLayoutData()).widthHint = width;
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
		dialog.setText(Messages.CloudFilesEditor_choose);
		dialog.setFilterNames(new String[] { Messages.CloudFilesEditor_files, Messages.CloudFilesEditor_allFiles });
		dialog.setFilterExtensions(new String[] { "*.json", "*" }); //$NON-NLS-1$ //$NON-NLS-2$
		String file = dialog.open();
		return file == null || Arrays.asList(getList().getItems()).contains(file) ? null : file;
	}
}
