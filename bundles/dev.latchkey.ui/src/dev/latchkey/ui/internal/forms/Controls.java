package dev.latchkey.ui.internal.forms;

import org.eclipse.jface.action.LegacyActionTools;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.LayoutConstants;
import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.events.TraverseListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import dev.latchkey.ui.internal.WidgetIds;

/** Makes the controls of our dialogs alike: identified, named for screen readers, and as large as their texts need. */
public final class Controls {

	private static final int COLUMNS = 2;
	private static final int NOTE_WIDTH_IN_CHARS = 84;
	private static final int FIELD_WIDTH_IN_CHARS = 40;
	private static final String GTK = "gtk"; //$NON-NLS-1$

	private Controls() {
	}

	/** The composite of a page: two columns, for label and field. */
	public static Composite body(Composite parent) {
		Composite body = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(COLUMNS).margins(LayoutConstants.getMargins())
				.spacing(LayoutConstants.getSpacing()).applyTo(body);
		return body;
	}

	/** A composite without margins that takes the whole width of a page. */
	public static Composite row(Composite parent, int columns) {
		// Else a row without anything for it would take the keyboard itself.
		Composite row = new Composite(parent, SWT.NO_FOCUS);
		GridLayoutFactory.fillDefaults().numColumns(columns).spacing(LayoutConstants.getSpacing()).applyTo(row);
		GridDataFactory.fillDefaults().grab(true, false).span(COLUMNS, 1).applyTo(row);
		return row;
	}

	public static <C extends Control> C identify(C control, String id) {
		control.setData(WidgetIds.KEY, id);
		return control;
	}

	/**
	 * Tells screen readers the control's name: a label beside it is not tied to it on all platforms. GTK does not ask controls
	 * of its own for a name, and SWT ties them to the box around a label's text, which has none. There the control is labelled
	 * by an object that only screen readers know.
	 */
	public static <C extends Control> C name(C control, String label) {
		String name = LegacyActionTools.removeMnemonics(label).replaceFirst("[:：]\\s*$", ""); //$NON-NLS-1$ //$NON-NLS-2$
		control.getAccessible().addAccessibleListener(saying(name));
		if (GTK.equals(SWT.getPlatform())) {
			Accessible heard = new Accessible(drawnBySwt(control.getParent()).getAccessible());
			heard.addAccessibleListener(saying(name));
			control.getAccessible().addRelation(ACC.RELATION_LABELLED_BY, heard);
		}
		return control;
	}

	/** Such objects can be in what SWT draws itself; groups are GTK's. */
	private static Composite drawnBySwt(Composite around) {
		return around instanceof Group ? drawnBySwt(around.getParent()) : around;
	}

	private static AccessibleListener saying(String name) {
		return new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent event) {
				event.result = name;
			}
		};
	}

	/** A label that is the first column of its row. */
	public static Label label(Composite parent, String text) {
		Label label = new Label(parent, SWT.NONE);
		label.setText(text);
		GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(label);
		return label;
	}

	/** A label above the control that it names. */
	public static Label heading(Composite parent, String text) {
		Label heading = label(parent, text);
		GridDataFactory.createFrom((GridData) heading.getLayoutData()).span(COLUMNS, 1).applyTo(heading);
		return heading;
	}

	/** Explaining text over the page's width, wrapped as needed. */
	public static Label note(Composite parent, String text) {
		Label note = new Label(parent, SWT.WRAP);
		note.setText(text);
		GridDataFactory.fillDefaults().grab(true, false).span(COLUMNS, 1).hint(noteWidth(note), SWT.DEFAULT).applyTo(note);
		return note;
	}

	/** As {@link #note}, indented below the check box or radio button that it explains. */
	public static Label indentedNote(Composite parent, String text) {
		Label note = note(parent, text);
		GridDataFactory.createFrom((GridData) note.getLayoutData())
				.indent(LayoutConstants.getIndent(), 0).applyTo(note);
		return note;
	}

	/** Width at which explaining text is pleasant to read. */
	public static int noteWidth(Control control) {
		return new PixelConverter(control).convertWidthInCharsToPixels(NOTE_WIDTH_IN_CHARS);
	}

	/** A text field in the second column, behind the label. */
	public static Text field(Composite parent, String label, String id) {
		return field(parent, label, id, SWT.BORDER | SWT.SINGLE);
	}

	public static Text field(Composite parent, String label, String id, int style) {
		Text text = identify(name(new Text(parent, style), label), id);
		int width = new PixelConverter(text).convertWidthInCharsToPixels(FIELD_WIDTH_IN_CHARS);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(width, SWT.DEFAULT)
				.applyTo(text);
		return text;
	}

	/** Read-only text of some lines, or more where there is room, to be selected and copied; Tab leaves it. */
	public static Text reading(Composite parent, String label, String id, int lines) {
		Text text = identify(name(new Text(parent, SWT.BORDER | SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL), label), id);
		text.addTraverseListener(leavingByTab());
		GridDataFactory.fillDefaults().grab(true, true).span(COLUMNS, 1)
				.hint(noteWidth(text), text.getLineHeight() * lines).applyTo(text);
		return text;
	}

	/** A label, and behind it a value to be read, selected and copied, wrapped as needed, also within a word; Tab leaves it. */
	public static StyledText value(Composite parent, String label, String id) {
		Label name = label(parent, label);
		GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(name);
		// a Text of GTK takes one line's height for a word that it breaks
		StyledText text = identify(name(new StyledText(parent, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY), label), id);
		text.setBackground(parent.getBackground());
		int width = new PixelConverter(text).convertWidthInCharsToPixels(FIELD_WIDTH_IN_CHARS);
		GridDataFactory.fillDefaults().grab(true, false).hint(width, SWT.DEFAULT).applyTo(text);
		return text;
	}

	private static TraverseListener leavingByTab() {
		return event -> {
			if (event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS) {
				event.doit = true;
			}
		};
	}

	/** A check box or radio button over the page's width. */
	public static Button choice(Composite parent, int style, String text, String id) {
		Button button = identify(new Button(parent, style), id);
		button.setText(text);
		GridDataFactory.fillDefaults().span(COLUMNS, 1).applyTo(button);
		return button;
	}

	/** A push button, as wide as the platform's guidelines ask for or as its text needs. */
	public static Button push(Composite parent, String text, String id, Runnable action) {
		Button button = identify(new Button(parent, SWT.PUSH), id);
		button.setText(text);
		Dialog.applyDialogFont(button);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
		int minimum = new PixelConverter(button).convertHorizontalDLUsToPixels(IDialogConstants.BUTTON_WIDTH);
		int wanted = button.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
		GridDataFactory.swtDefaults().align(SWT.FILL, SWT.CENTER).hint(Math.max(minimum, wanted), SWT.DEFAULT)
				.applyTo(button);
		return button;
	}

	/** Shows or hides a control; a hidden one takes no room. */
	public static void show(Control control, boolean visible) {
		if (control.getLayoutData() instanceof GridData data) {
			data.exclude = !visible;
		}
		control.setVisible(visible);
	}
}
