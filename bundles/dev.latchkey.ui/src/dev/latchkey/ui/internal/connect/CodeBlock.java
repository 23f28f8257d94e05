package dev.latchkey.ui.internal.connect;

import java.net.URI;
import java.util.function.Consumer;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

import dev.latchkey.registration.SignInPrompt.DeviceCode;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Clipboards;
import dev.latchkey.ui.internal.forms.Controls;

/** Signing in with a code: the code, where to enter it, and how long it works. */
final class CodeBlock implements SignInBlock {

	private static final int CODE_SCALE = 2;

	private final SignIn signIn;
	private final Composite block;
	private final Text code;
	private final Text address;
	private final Button copy;
	private final Button open;
	private final Button renew;
	private final TimeLeft timeLeft;

	/**
	 * @param opener opens the page where the code is entered
	 * @param start  requests a code
	 */
	CodeBlock(Composite parent, SignIn signIn, Consumer<URI> opener, Runnable start) {
		this.signIn = signIn;
		block = SignInBlock.create(parent, Messages.CodeBlock_note);
		Controls.label(block, Messages.SignInPage_code);
		code = Controls.field(block, Messages.SignInPage_code, WidgetIds.CODE, SWT.BORDER | SWT.READ_ONLY | SWT.CENTER);
		enlarge();
		copy = Controls.push(block, Messages.SignInPage_copy, WidgetIds.COPY_CODE,
				() -> Clipboards.copy(code, code.getText()));
		Controls.label(block, Messages.SignInPage_address);
		address = Controls.field(block, Messages.SignInPage_address, WidgetIds.ADDRESS, SWT.BORDER | SWT.READ_ONLY);
		open = Controls.push(block, Messages.SignInPage_open, WidgetIds.OPEN_PAGE,
				() -> signIn.code().map(DeviceCode::verificationUri).ifPresent(opener));
		timeLeft = new TimeLeft(block, signIn, WidgetIds.TIME_LEFT);
		renew = Controls.push(block, Messages.SignInPage_newCode, WidgetIds.NEW_CODE, start);
	}

	private void enlarge() {
		LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), code);
		FontDescriptor font = FontDescriptor.createFrom(JFaceResources.getTextFont());
		int height = font.getFontData()[0].getHeight();
		code.setFont(resources.create(font.setHeight(height * CODE_SCALE).withStyle(SWT.BOLD)));
	}

	@Override
	public Composite control() {
		return block;
	}

	@Override
	public void show() {
		code.setText(signIn.code().map(DeviceCode::userCode).orElse("")); //$NON-NLS-1$
		address.setText(signIn.code().map(given -> given.verificationUri().toString()).orElse("")); //$NON-NLS-1$
		copy.setEnabled(signIn.code().isPresent());
		open.setEnabled(signIn.code().isPresent());
		renew.setEnabled(!signIn.running() || signIn.code().isPresent());
		timeLeft.show();
	}

	@Override
	public void focus() {
		block.setFocus();
	}
}
