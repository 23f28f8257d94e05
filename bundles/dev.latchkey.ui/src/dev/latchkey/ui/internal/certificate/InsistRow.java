package dev.latchkey.ui.internal.certificate;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ProgressBar;

import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Controls;

/** For files that take unusually long to open: a button that opens them all the same, then progress and a way to stop. */
final class InsistRow {

	private final Composite row;
	private final Button insist;
	private final ProgressBar progress;
	private final Button stop;

	InsistRow(Composite parent, Runnable insisted, Runnable stopped) {
		row = Controls.row(parent, 3);
		insist = Controls.push(row, Messages.FilePage_insist, WidgetIds.FILE_INSIST, insisted);
		progress = Controls.name(new ProgressBar(row, SWT.INDETERMINATE), Messages.FilePage_readingLong);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(progress);
		stop = Controls.push(row, Messages.FilePage_stop, WidgetIds.FILE_STOP, stopped);
	}

	/**
	 * @param offered whether insisting is offered
	 * @param running whether the file is being opened
	 */
	void show(boolean offered, boolean running) {
		Controls.show(row, offered || running);
		Controls.show(insist, offered);
		Controls.show(progress, running);
		Controls.show(stop, running);
	}
}
