package dev.latchkey.ui.internal.connect;

import java.time.Clock;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.Formats;

/** Counts down for as long as somebody is waited for, and the field is visible. */
final class TimeLeft {

	private static final int SECOND = 1000;

	private final Clock clock = Clock.systemUTC();
	/** One and the same, so that a new start moves its next call instead of adding another. */
	private final Runnable ticker = this::tick;
	private final SignIn signIn;
	private final Text field;

	TimeLeft(Composite block, SignIn signIn, String id) {
		this.signIn = signIn;
		Controls.label(block, Messages.SignInPage_timeLeft);
		field = Controls.field(block, Messages.SignInPage_timeLeft, id, SWT.BORDER | SWT.READ_ONLY);
	}

	void show() {
		String text = signIn.state() == SignIn.State.WAITING ? Formats.clock(signIn.timeLeft(clock)) : "–"; //$NON-NLS-1$
		if (!text.equals(field.getText())) {
			field.setText(text);
		}
		field.getDisplay().timerExec(SECOND, ticker);
	}

	private void tick() {
		if (!field.isDisposed() && field.isVisible()) {
			show();
		}
	}
}
