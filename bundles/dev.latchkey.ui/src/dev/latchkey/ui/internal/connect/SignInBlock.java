package dev.latchkey.ui.internal.connect;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.LayoutConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import dev.latchkey.ui.internal.forms.Controls;

/** What one way of signing in shows. */
interface SignInBlock {

	/** Label, field and button. */
	int COLUMNS = 3;

	/** An empty block with a note on top, for rows of label, field and button. */
	static Composite create(Composite parent, String text) {
		Composite block = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(COLUMNS).spacing(LayoutConstants.getSpacing()).applyTo(block);
		Label note = Controls.note(block, text);
		GridDataFactory.fillDefaults().grab(true, false).span(COLUMNS, 1).hint(Controls.noteWidth(note), SWT.DEFAULT)
				.applyTo(note);
		return block;
	}

	Composite control();

	/** Shows how the sign-in stands. */
	void show();

	/** Takes the keyboard to what is to be done first. */
	void focus();
}
