package dev.latchkey.ui.internal.export;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import dev.latchkey.ui.internal.forms.Controls;

/** A pass phrase to be read and copied. */
final class PhraseRow {

	private final Label label;
	private final Composite row;
	private final Text text;

	PhraseRow(Composite parent, String name, String id, String copy, String copyId) {
		label = Controls.label(parent, name);
		row = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(row);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		text = Controls.field(row, name, id, SWT.BORDER | SWT.SINGLE | SWT.READ_ONLY);
		text.setFont(JFaceResources.getTextFont());
		Controls.push(row, copy, copyId, this::copy);
	}

	/** The phrase stays the caller's to clear. */
	void show(char[] phrase) {
		text.setTextChars(phrase);
	}

	void setVisible(boolean visible) {
		Controls.show(label, visible);
		Controls.show(row, visible);
	}

	/** The clipboard takes strings only, and whoever copies wants it to be there. */
	private void copy() {
		Clipboard clipboard = new Clipboard(text.getDisplay());
		try {
			clipboard.setContents(new Object[] { text.getText() }, new Transfer[] { TextTransfer.getInstance() });
		} finally {
			clipboard.dispose();
		}
	}
}
