package dev.latchkey.ui.internal.certificate;

import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import dev.latchkey.ui.internal.forms.Controls;

/** A field for the path of a key file, with a button to look for it. */
final class FileField {

	/** File systems may tell upper from lower case. */
	private static final String KEY_FILES = "*.pfx;*.p12;*.pem;*.crt;*.cer;*.key;*.PFX;*.P12;*.PEM;*.CRT;*.CER;*.KEY"; //$NON-NLS-1$

	private final Label label;
	private final Composite row;
	private final Text path;
	private final Consumer<String> chosen;

	/** @param chosen gets the path that was found with the button */
	FileField(Composite body, String name, String id, String browse, String browseId, Consumer<String> chosen) {
		this.chosen = chosen;
		label = Controls.label(body, name);
		row = new Composite(body, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(row);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		path = Controls.field(row, name, id);
		Controls.push(row, browse, browseId, this::browse);
	}

	Text text() {
		return path;
	}

	/** Shows or hides the field. */
	void show(boolean visible) {
		Controls.show(label, visible);
		Controls.show(row, visible);
	}

	/** Names the field anew. */
	void rename(String name) {
		if (!name.equals(label.getText())) {
			label.setText(name);
			Controls.name(path, name);
		}
	}

	private void browse() {
		FileDialog dialog = new FileDialog(path.getShell(), SWT.OPEN);
		dialog.setText(Messages.FilePage_browseTitle);
		dialog.setFilterNames(new String[] { Messages.FilePage_keyFiles, Messages.FilePage_allFiles });
		dialog.setFilterExtensions(new String[] { KEY_FILES, "*" }); //$NON-NLS-1$
		String file = dialog.open();
		if (file != null) {
			chosen.accept(file);
		}
	}

	/** Lets files be dropped on the area. */
	static void acceptDrops(Control area, Consumer<String[]> files) {
		DropTarget target = new DropTarget(area, DND.DROP_COPY | DND.DROP_DEFAULT | DND.DROP_LINK | DND.DROP_MOVE);
		target.setTransfer(FileTransfer.getInstance());
		target.addDropListener(new DropTargetAdapter() {
			@Override
			public void dragEnter(DropTargetEvent event) {
				event.detail = DND.DROP_COPY;
			}

			@Override
			public void drop(DropTargetEvent event) {
				if (event.data instanceof String[] dropped && dropped.length > 0) {
					files.accept(dropped);
				}
			}
		});
	}
}
