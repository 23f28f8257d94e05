package dev.latchkey.ui.internal.export;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.export.ExportChoice.What;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.Help;
import dev.latchkey.ui.internal.forms.ScrolledPage;

/** Where the file is, and how to hand over what opens it. */
final class ExportedPage extends WizardPage {

	private ScrolledPage page;
	private Text path;
	private PhraseRow phrase;
	private Label note;

	ExportedPage() {
		super("exported"); //$NON-NLS-1$
		setTitle(Messages.ExportedPage_title);
		setMessage(Messages.ExportedPage_description, INFORMATION);
	}

	@Override
	public void createControl(Composite parent) {
		page = new ScrolledPage(parent);
		Composite body = page.body();
		Controls.label(body, Messages.ExportedPage_file);
		path = Controls.field(body, Messages.ExportedPage_file, WidgetIds.EXPORTED_PATH, SWT.BORDER | SWT.SINGLE | SWT.READ_ONLY);
		phrase = new PhraseRow(body, Messages.ProtectionGroup_phrase, WidgetIds.EXPORTED_PHRASE, Messages.ProtectionGroup_copy,
				WidgetIds.EXPORTED_COPY);
		note = Controls.note(body, ""); //$NON-NLS-1$
		setControl(page.control());
		Dialog.applyDialogFont(page.control());
		Help.on(getControl(), getName());
	}

	@Override
	public void performHelp() {
		Help.show(getName());
	}

	/** @param password what protects the file; stays the caller's to clear */
	void show(ExportChoice choice, char[] password) {
		path.setText(choice.path());
		boolean key = choice.what() == What.KEY;
		phrase.setVisible(key && !choice.ownPassword());
		if (key && !choice.ownPassword()) {
			phrase.show(password);
		}
		note.setText(key ? Messages.ExportedPage_handOver : Messages.ExportedPage_public);
	}

	@Override
	public void setVisible(boolean visible) {
		if (visible) {
			page.layout();
		}
		super.setVisible(visible);
	}

	/** What is written can't be taken back by going back. */
	@Override
	public IWizardPage getPreviousPage() {
		return null;
	}
}
