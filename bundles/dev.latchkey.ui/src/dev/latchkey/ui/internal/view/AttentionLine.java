package dev.latchkey.ui.internal.view;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.LayoutConstants;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.Icons;

/** Tells what is the matter with organizations, with a link to the command that helps; otherwise it takes no room. */
final class AttentionLine {

	private static final int MARGIN = 4;

	private final Composite line;
	private final Label picture;
	private final Link link;
	private final Icons icons;
	private final UnaryOperator<String> labels;
	private final Runnable changed;
	private Optional<Attention> shown = Optional.empty();

	/**
	 * @param labels  the name of a command; empty when the console does not offer it
	 * @param help    does what helps
	 * @param changed is called when it needs more or less room
	 */
	AttentionLine(Composite parent, UnaryOperator<String> labels, Consumer<Attention> help, Runnable changed) {
		this.labels = labels;
		this.changed = changed;
		line = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(MARGIN, MARGIN).spacing(LayoutConstants.getSpacing())
				.applyTo(line);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
		picture = new Label(line, SWT.NONE);
		GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.BEGINNING).applyTo(picture);
		link = Controls.identify(new Link(line, SWT.WRAP), WidgetIds.ORGANIZATIONS_ATTENTION);
		GridDataFactory.fillDefaults().grab(true, false).hint(Controls.noteWidth(link), SWT.DEFAULT).applyTo(link);
		link.addSelectionListener(SelectionListener.widgetSelectedAdapter(
				event -> shown.ifPresent(help)));
		icons = new Icons(line, this::draw);
		Controls.show(line, false);
	}

	void tell(Optional<Attention> next) {
		if (next.equals(shown)) {
			return;
		}
		shown = next;
		draw();
		link.setText(next.map(this::text).orElse("")); //$NON-NLS-1$
		link.getAccessible().sendEvent(ACC.EVENT_NAME_CHANGED, null);
		changed.run();
	}

	/** Asks for room, or gives way; nothing is shown or hidden yet. */
	void plan(boolean room) {
		((GridData) line.getLayoutData()).exclude = !room || shown.isEmpty();
	}

	/** Shows what was planned. */
	void show() {
		line.setVisible(!((GridData) line.getLayoutData()).exclude);
	}

	private void draw() {
		picture.setImage(shown.map(Attention::mark).map(icons::of).orElse(null));
	}

	private String text(Attention attention) {
		String text = attention.text().replace("&", "&&").replace("<", ""); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		String label = labels.apply(attention.command());
		return label.isEmpty() ? text : NLS.bind(Messages.AttentionLine_text, text, label);
	}
}
