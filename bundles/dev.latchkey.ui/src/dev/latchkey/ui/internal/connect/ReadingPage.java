package dev.latchkey.ui.internal.connect;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.widgets.Composite;

import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.Failures;
import dev.latchkey.ui.internal.forms.Help;

/** Stands in for all pages as long as the files that they need have not been read. */
final class ReadingPage extends WizardPage {

	ReadingPage() {
		super("organization"); //$NON-NLS-1$
		setTitle(Messages.OrganizationPage_title);
		setMessage(Messages.ReadingPage_message);
		setPageComplete(false);
	}

	@Override
	public void createControl(Composite parent) {
		Composite body = Controls.body(parent);
		Controls.note(body, Messages.ReadingPage_note);
		setControl(body);
		Dialog.applyDialogFont(body);
		Help.on(body, getName());
	}

	void failed(Throwable failure) {
		Failures.log(failure);
		setErrorMessage(Failures.sentence(failure));
	}
}
