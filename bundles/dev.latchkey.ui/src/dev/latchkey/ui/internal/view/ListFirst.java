package dev.latchkey.ui.internal.view;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.widgets.Composite;

/**
 * Lets the list keep some rows where the view is low: what became of the last command is then told in one line, and what is the
 * matter with organizations waits until that line is hidden.
 */
final class ListFirst {

	private final Composite body;
	private final OutcomeArea outcome;
	private final AttentionLine attention;
	private boolean arranging;

	ListFirst(Composite body, OutcomeArea outcome, AttentionLine attention) {
		this.body = body;
		this.outcome = outcome;
		this.attention = attention;
		body.addControlListener(ControlListener.controlResizedAdapter(event -> arrange()));
	}

	/** To be called when anything in the view takes more or less room. */
	void arrange() {
		if (arranging) {
			return;
		}
		arranging = true;
		outcome.plan(false);
		attention.plan(true);
		if (outcome.isTold() && crowded()) {
			outcome.plan(true);
			attention.plan(!crowded());
		}
		outcome.show();
		attention.show();
		body.layout(true, true);
		arranging = false;
	}

	/** Whether the rows that the list asks for have no room. */
	private boolean crowded() {
		int width = body.getClientArea().width;
		return body.computeSize(width, SWT.DEFAULT, true).y > body.getClientArea().height;
	}
}
