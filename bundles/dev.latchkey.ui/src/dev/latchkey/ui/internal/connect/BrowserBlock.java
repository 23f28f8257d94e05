package dev.latchkey.ui.internal.connect;

import java.net.URI;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

import dev.latchkey.registration.SignInPrompt.BrowserPage;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Clipboards;
import dev.latchkey.ui.internal.forms.Controls;

/** Signing in with this computer's browser: opens it, again if need be, and says how long it is waited for. */
final class BrowserBlock implements SignInBlock {

	private final SignIn signIn;
	private final Composite block;
	private final Text host;
	private final Button open;
	private final Button copy;
	private final TimeLeft timeLeft;

	/**
	 * @param opener opens a page again
	 * @param start  begins the sign-in, which opens the page for the first time
	 */
	BrowserBlock(Composite parent, SignIn signIn, Consumer<URI> opener, Runnable start) {
		this.signIn = signIn;
		block = SignInBlock.create(parent, Messages.BrowserBlock_note);
		Controls.label(block, Messages.SignInPage_address);
		host = Controls.field(block, Messages.SignInPage_address, WidgetIds.BROWSER_HOST, SWT.BORDER | SWT.READ_ONLY);
		open = Controls.push(block, Messages.BrowserBlock_open, WidgetIds.OPEN_BROWSER,
				() -> signIn.page().map(BrowserPage::address).ifPresentOrElse(opener, () -> begin(start)));
		timeLeft = new TimeLeft(block, signIn, WidgetIds.BROWSER_TIME_LEFT);
		copy = Controls.push(block, Messages.BrowserBlock_copy, WidgetIds.COPY_ADDRESS,
				() -> signIn.page().ifPresent(page -> Clipboards.copy(block, page.address().toString())));
		copy.setToolTipText(Messages.BrowserBlock_copyNote);
	}

	/** The button stays enabled while the browser is being opened, because the keyboard is there. */
	private void begin(Runnable start) {
		if (!signIn.running()) {
			start.run();
		}
	}

	@Override
	public Composite control() {
		return block;
	}

	/** Of the address only the host is shown: the rest is for the browser alone, and long. */
	@Override
	public void show() {
		host.setText(signIn.host());
		String text = signIn.page().isPresent() ? Messages.BrowserBlock_openAgain : Messages.BrowserBlock_open;
		if (!text.equals(open.getText())) {
			open.setText(text);
			GridData data = (GridData) open.getLayoutData();
			data.widthHint = Math.max(data.widthHint, open.computeSize(SWT.DEFAULT, SWT.DEFAULT).x);
		}
		copy.setEnabled(signIn.page().isPresent());
		timeLeft.show();
	}

	@Override
	public void focus() {
		open.setFocus();
	}
}
