package dev.latchkey.ui.internal.view;

import java.util.Optional;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.LayoutConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;

import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.Notice;
import dev.latchkey.ui.internal.forms.StateLine;

/** Tells what became of the last command: in a line, and below it of each organization, in no more room than the list can spare. */
final class OutcomeArea {

	private static final int MARGIN = 4;
	private static final int LINES = 3;
	private static final int COLUMNS = 3;

	private final Composite area;
	private final StateLine line;
	private final Link details;
	private final Link hide;
	private final Text rest;
	private final Runnable changed;
	private Optional<Notice> told = Optional.empty();

	/** @param changed is called when it needs more or less room */
	OutcomeArea(Composite parent, Runnable changed) {
		this.changed = changed;
		area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(COLUMNS).margins(MARGIN, 0).spacing(LayoutConstants.getSpacing()).applyTo(area);
		GridDataFactory.fillDefaults().grab(true, false).indent(0, MARGIN).applyTo(area);
		line = new StateLine(area, Messages.OrganizationsView_outcome, WidgetIds.ORGANIZATIONS_OUTCOME);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(line.control());
		details = link(Messages.OutcomeArea_details, WidgetIds.ORGANIZATIONS_OUTCOME_DETAILS, this::open);
		hide = link(Messages.OutcomeArea_hide, WidgetIds.ORGANIZATIONS_OUTCOME_HIDE, () -> tell(Optional.empty()));
		rest = Controls.reading(area, Messages.OutcomeArea_reasons, WidgetIds.ORGANIZATIONS_REASONS, LINES);
		GridDataFactory.createFrom((GridData) rest.getLayoutData()).span(COLUMNS, 1).applyTo(rest);
		Controls.show(area, false);
	}

	private Link link(String text, String id, Runnable action) {
		Link link = Controls.identify(new Link(area, SWT.NONE), id);
		link.setText(text);
		link.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
		GridDataFactory.swtDefaults().align(SWT.END, SWT.BEGINNING).applyTo(link);
		return link;
	}

	/** Shows it until the next one, or until it is hidden. */
	void tell(Notice notice) {
		tell(Optional.of(notice));
	}

	private void tell(Optional<Notice> notice) {
		told = notice;
		notice.ifPresent(what -> {
			String[] lines = what.text().split("\n", 2); //$NON-NLS-1$
			line.show(what.level().mark(), lines[0]);
			rest.setText(lines.length == 1 ? "" : lines[1]); //$NON-NLS-1$
		});
		Controls.show(area, notice.isPresent());
		changed.run();
	}

	boolean isTold() {
		return told.isPresent();
	}

	/**
	 * Asks for other room, and shows nothing else yet: what is going to be left out may have the keyboard.
	 *
	 * @param brief in one line, with a link to all of it
	 */
	void plan(boolean brief) {
		((GridData) line.control().getLayoutData()).heightHint = brief ? hide.computeSize(SWT.DEFAULT, SWT.DEFAULT).y : SWT.DEFAULT;
		exclude(details, !brief);
		exclude(rest, brief || rest.getText().isEmpty());
	}

	private static void exclude(Control control, boolean excluded) {
		((GridData) control.getLayoutData()).exclude = excluded;
	}

	/** Shows what was planned. */
	void show() {
		for (Control each : new Control[] { details, rest }) {
			each.setVisible(!((GridData) each.getLayoutData()).exclude);
		}
	}

	private void open() {
		told.ifPresent(what -> MessageDialog.open(kind(what), area.getShell(), Messages.OrganizationsView_outcome,
				what.text().replace("&", "&&"), SWT.SHEET)); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static int kind(Notice notice) {
		return switch (notice.level()) {
		case ERROR, RETRY -> MessageDialog.ERROR;
		case WARNING -> MessageDialog.WARNING;
		case INFO, PROMPT -> MessageDialog.INFORMATION;
		};
	}
}
