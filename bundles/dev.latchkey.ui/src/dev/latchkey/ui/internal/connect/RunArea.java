package dev.latchkey.ui.internal.connect;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Text;

import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.Mark;
import dev.latchkey.ui.internal.forms.StateLine;

/** Shows what is being done in a tenant: how it stands, the actions with what they wait for, and details of one of them. */
public final class RunArea {

	/** Identifies its controls. */
	public record Ids(String state, String actions, String details) {
	}

	private static final int DETAIL_LINES = 4;
	private static final int SECOND = 1000;

	private final Composite body;
	private final StateLine state;
	private final ProgressBar bar;
	private final ActionsTable actions;
	private final Text details;
	/** One and the same, so that a new start moves its next call instead of adding another. */
	private final Runnable ticker = this::tick;

	/** @param durations whether it is shown how long actions take */
	public RunArea(Composite body, Ids ids, boolean durations) {
		this.body = body;
		state = new StateLine(body, Messages.RunArea_state, ids.state());
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(state.control());
		bar = new ProgressBar(body, SWT.INDETERMINATE);
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(bar);
		actions = new ActionsTable(body, ids.actions(), durations, row -> showDetails(row.map(ActionRow::text).orElse(""))); //$NON-NLS-1$
		Controls.heading(body, Messages.RunArea_details);
		details = Controls.reading(body, Messages.RunArea_details, ids.details(), DETAIL_LINES);
	}

	private void showDetails(String text) {
		if (!text.equals(details.getText())) {
			details.setText(text);
		}
	}

	public void show(Mark mark, String text, boolean running, List<ActionRow> rows) {
		actions.show(rows);
		Controls.show(bar, running);
		state.show(mark, text);
		tick();
	}

	/** Counts down for as long as something is waited for. */
	private void tick() {
		if (!body.isDisposed() && actions.waits()) {
			actions.tick();
			body.getDisplay().timerExec(SECOND, ticker);
		}
	}

	/** Shows or hides the parts of the action with that id. */
	void expand(String id, boolean expanded) {
		actions.expand(id, expanded);
	}

	public void selectFirstFailure() {
		actions.selectFirstFailure();
	}
}
