package dev.latchkey.ui.internal.certificate;

import java.util.Optional;

import org.eclipse.jface.action.LegacyActionTools;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import dev.latchkey.certificate.PinPrompt.Request;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.Help;
import dev.latchkey.ui.internal.forms.Mark;
import dev.latchkey.ui.internal.forms.StateLine;

/** Lets a person type a token's PIN, and says what a wrong one costs. */
final class PinDialog extends Dialog {

	private final Request request;
	private Text field;
	private char[] pin;

	PinDialog(Shell parent, Request request) {
		super(parent);
		this.request = request;
	}

	/** What was typed, once; empty when the person cancelled. To be cleared by the caller. */
	Optional<char[]> takePin() {
		Optional<char[]> taken = Optional.ofNullable(pin);
		pin = null;
		return taken;
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(Messages.PinDialog_title);
		Help.on(shell, "pin"); //$NON-NLS-1$
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Composite area = (Composite) super.createDialogArea(parent);
		Composite body = Controls.body(area);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
		String token = LegacyActionTools.escapeMnemonics(request.token().strip());
		Controls.identify(Controls.note(body, NLS.bind(Messages.PinDialog_question, token)), WidgetIds.PIN_TOKEN);
		warning().ifPresent(text -> {
			StateLine state = new StateLine(body, Messages.PinDialog_state, WidgetIds.PIN_STATE);
			GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(state.control());
			state.show(request.wrong() ? Mark.ERROR : Mark.WARNING, text);
		});
		Controls.label(body, Messages.PinDialog_pin);
		field = Controls.field(body, Messages.PinDialog_pin, WidgetIds.PIN, SWT.BORDER | SWT.SINGLE | SWT.PASSWORD);
		field.addModifyListener(event -> getButton(OK).setEnabled(field.getCharCount() > 0));
		Controls.note(body, Messages.PinDialog_note);
		applyDialogFont(area);
		return area;
	}

	/** What to mind before typing. */
	private Optional<String> warning() {
		String wrong = request.wrong() ? Messages.PinDialog_wrong : ""; //$NON-NLS-1$
		String tries = switch (request.tries()) {
		case LAST -> Messages.PinDialog_last;
		case FEW -> request.wrong() ? Messages.PinDialog_few : Messages.PinDialog_fewBefore;
		case UNKNOWN -> ""; //$NON-NLS-1$
		};
		String text = (wrong + ' ' + tries).strip();
		return text.isEmpty() ? Optional.empty() : Optional.of(text);
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		super.createButtonsForButtonBar(parent);
		Controls.identify(getButton(IDialogConstants.OK_ID), WidgetIds.PIN_OK).setEnabled(false);
		Controls.identify(getButton(IDialogConstants.CANCEL_ID), WidgetIds.PIN_CANCEL);
		field.setFocus();
	}

	@Override
	protected void okPressed() {
		pin = field.getTextChars();
		super.okPressed();
	}

	@Override
	public boolean close() {
		if (field != null && !field.isDisposed()) {
			field.setTextChars(new char[0]);
		}
		return super.close();
	}
}
