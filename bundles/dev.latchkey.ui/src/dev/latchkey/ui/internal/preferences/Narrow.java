package dev.latchkey.ui.internal.preferences;

import java.util.Arrays;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Controls;

/**
 * Parts of preference pages that ask for little width and take what there is: the platform makes its dialog as wide as a page,
 * or opens it scrolled to the right.
 */
final class Narrow {

	private static final int COMBO_WIDTH_IN_CHARS = 20;

	private Narrow() {
	}

	/** Unlike the platform's own description of a page it wraps. */
	static void note(Composite body, String text) {
		control(Controls.note(body, text));
	}

	static void control(Control control) {
		((GridData) control.getLayoutData()).widthHint = Controls.noteWidth(control) / 2;
	}

	/** Names the combo that a field editor has just made there, which would be as wide as its longest entry. */
	static void combo(Composite parent, String label, String id) {
		Combo made = Arrays.stream(parent.getChildren()).filter(Combo.class::isInstance).map(Combo.class::cast)
				.filter(combo -> combo.getData(WidgetIds.KEY) == null).findFirst().orElseThrow();
		Controls.identify(Controls.name(made, label), id);
		int width = new PixelConverter(made).convertWidthInCharsToPixels(COMBO_WIDTH_IN_CHARS);
		GridDataFactory.createFrom((GridData) made.getLayoutData()).grab(true, false).hint(width, SWT.DEFAULT).applyTo(made);
	}
}
