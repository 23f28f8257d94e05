package dev.latchkey.ui.internal.connect;

import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

/** Begins with pages that were added to a wizard when it was open already. User interface thread only. */
final class LatePages {

	private final Wizard wizard;
	private final Composite place;

	/** @param place where the wizard has its pages */
	LatePages(Wizard wizard, Composite place) {
		this.wizard = wizard;
		this.place = place;
	}

	/** Shows the first, without a way back to what stood in for it. */
	void begin() {
		createMissingControls();
		IWizardPage first = wizard.getStartingPage();
		wizard.getContainer().showPage(first);
		first.setPreviousPage(null);
		wizard.getContainer().updateButtons();
	}

	/** As large as if they had been there from the beginning. */
	private void createMissingControls() {
		for (IWizardPage page : wizard.getPages()) {
			if (page.getControl() == null) {
				page.createControl(place);
				page.getControl().setVisible(false);
			}
		}
		Shell shell = wizard.getShell();
		Point now = shell.getSize();
		Point wanted = shell.computeSize(SWT.DEFAULT, SWT.DEFAULT);
		shell.setSize(Math.max(now.x, wanted.x), Math.max(now.y, wanted.y));
		place.layout(true, true);
	}
}
