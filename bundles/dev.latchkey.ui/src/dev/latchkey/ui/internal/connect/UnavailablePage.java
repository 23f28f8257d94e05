package dev.latchkey.ui.internal.connect;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;

import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.Help;

/** Says that a part of Latchkey is not there, in place of all pages. */
final class UnavailablePage extends WizardPage {

	private final String service;

	UnavailablePage(String service) {
		super("unavailable"); //$NON-NLS-1$
		this.service = service;
		setTitle(Messages.UnavailablePage_title);
		setErrorMessage(Messages.UnavailablePage_message);
		setPageComplete(false);
	}

	@Override
	public void createControl(Composite parent) {
		Composite body = Controls.body(parent);
		Controls.note(body, NLS.bind(Messages.UnavailablePage_details, service));
		setControl(body);
		Dialog.applyDialogFont(body);
		Help.on(body, getName());
	}

	@Override
	public void performHelp() {
		Help.show(getName());
	}
}
