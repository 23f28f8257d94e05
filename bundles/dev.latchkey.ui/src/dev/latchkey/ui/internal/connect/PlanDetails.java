package dev.latchkey.ui.internal.connect;

import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Controls;

/** What there is to know about one item of the plan, in words or as the requests that would be sent. */
final class PlanDetails {

	private static final int LINES = 3;

	private final Composite buttons;
	private final Text text;
	private final Button raw;
	private final Button copy;
	private Optional<PlanRow> shown = Optional.empty();

	/** @param more how many buttons of others will stand in its row */
	PlanDetails(Composite parent, int more) {
		Controls.heading(parent, Messages.ReviewPage_details);
		text = Controls.reading(parent, Messages.ReviewPage_details, WidgetIds.REVIEW_DETAILS, LINES);
		buttons = Controls.row(parent, 2 + more);
		raw = Controls.choice(buttons, SWT.CHECK, Messages.PlanDetails_requests, WidgetIds.REVIEW_REQUESTS);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(raw);
		raw.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> show(shown)));
		copy = Controls.push(buttons, Messages.PlanDetails_copy, WidgetIds.REVIEW_COPY, this::copy);
		show(shown);
	}

	/** The row below the text. */
	Composite buttons() {
		return buttons;
	}

	void show(Optional<PlanRow> row) {
		shown = row;
		boolean requests = raw.getSelection();
		text.setFont(requests ? JFaceResources.getTextFont() : JFaceResources.getDialogFont());
		String next = row.map(requests ? PlanRow::requestText : PlanRow::text).orElse(""); //$NON-NLS-1$
		if (!next.equals(text.getText())) {
			text.setText(next);
		}
		copy.setEnabled(!next.isEmpty());
	}

	private void copy() {
		Clipboard clipboard = new Clipboard(text.getDisplay());
		try {
			clipboard.setContents(new Object[] { text.getText() }, new Transfer[] { TextTransfer.getInstance() });
		} finally {
			clipboard.dispose();
		}
	}
}
