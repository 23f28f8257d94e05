package dev.latchkey.ui.internal.forms;

import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.LayoutConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** Picture and text of how something stands, announced to screen readers when it changes. */
public final class StateLine {

	private final Composite line;
	private final Label picture;
	private final Label text;
	private final Icons icons;
	private Optional<Mark> shown = Optional.empty();

	public StateLine(Composite parent, String name, String id) {
		line = new Composite(parent, SWT.NO_FOCUS);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(LayoutConstants.getSpacing()).applyTo(line);
		picture = new Label(line, SWT.NONE);
		GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.BEGINNING).applyTo(picture);
		text = Controls.identify(new Label(line, SWT.WRAP), id);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false)
				.hint(Controls.noteWidth(text), SWT.DEFAULT).applyTo(text);
		text.setToolTipText(name);
		icons = new Icons(line, this::draw);
	}

	public Control control() {
		return line;
	}

	private void draw() {
		picture.setImage(shown.map(icons::of).orElse(null));
	}

	/** Shows or hides the line; a hidden one takes no room. */
	public void showIf(boolean visible, Mark mark, String what) {
		Controls.show(line, visible);
		show(mark, what);
		line.getParent().layout(true, true);
	}

	public void show(Mark mark, String what) {
		shown = Optional.of(mark);
		draw();
		String plain = what.replace("&", "&&"); //$NON-NLS-1$ //$NON-NLS-2$
		if (!plain.equals(text.getText())) {
			text.setText(plain);
			text.getAccessible().sendEvent(ACC.EVENT_NAME_CHANGED, null);
		}
	}
}
