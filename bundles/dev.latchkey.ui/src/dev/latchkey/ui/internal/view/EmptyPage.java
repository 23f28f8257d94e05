package dev.latchkey.ui.internal.view;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.LayoutConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.Icons;
import dev.latchkey.ui.internal.forms.Mark;

/** Stands where the list would be when there is nothing to show in it, and says what to do. */
final class EmptyPage {

	private static final int MARGIN = 12;

	private final Composite page;
	private final Label picture;
	private final Icons icons;
	private final Link text;
	private Runnable action = () -> {
	};

	EmptyPage(Composite parent) {
		page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(MARGIN, MARGIN).spacing(LayoutConstants.getSpacing())
				.applyTo(page);
		picture = new Label(page, SWT.NONE);
		icons = new Icons(page, this::draw);
		draw();
		GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.BEGINNING).applyTo(picture);
		text = Controls.identify(new Link(page, SWT.WRAP), WidgetIds.ORGANIZATIONS_EMPTY);
		text.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.BEGINNING).grab(true, false)
				.hint(Controls.noteWidth(text), SWT.DEFAULT).applyTo(text);
	}

	private void draw() {
		picture.setImage(icons.of(Mark.ORGANIZATION));
	}

	Control control() {
		return page;
	}

	void setFocus() {
		text.setFocus();
	}

	/** @param what with one link, which does the action */
	void show(String what, Runnable does) {
		action = does;
		if (!what.equals(text.getText())) {
			text.setText(what);
			page.layout(true, true);
		}
	}
}
