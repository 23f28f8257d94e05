package dev.latchkey.ui.internal.view;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.Notice;
import dev.latchkey.ui.internal.forms.StateLine;

/** Tells what became of the last command: in a line, and below it of each organization, in no more room than the list can spare. */
final class OutcomeArea {

	private static final int MARGIN = 4;
	private static final int LINES = 3;

	private final Composite area;
	private final StateLine line;
	private final Text rest;

	OutcomeArea(Composite parent) {
		area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(MARGIN, 0).applyTo(area);
		GridDataFactory.fillDefaults().grab(true, false).indent(0, MARGIN).applyTo(area);
		line = new StateLine(area, Messages.OrganizationsView_outcome, WidgetIds.ORGANIZATIONS_OUTCOME);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(line.control());
		rest = Controls.reading(area, Messages.OutcomeArea_reasons, WidgetIds.ORGANIZATIONS_REASONS, LINES);
		Controls.show(area, false);
	}

	/** Shows it until the next one. */
	void tell(Notice notice) {
		String[] lines = notice.text().split("\n", 2); //$NON-NLS-1$
		line.show(notice.level().mark(), lines[0]);
		rest.setText(lines.length == 1 ? "" : lines[1]); //$NON-NLS-1$
		Controls.show(rest, lines.length > 1);
		Controls.show(area, true);
		area.getParent().layout(true, true);
	}
}
