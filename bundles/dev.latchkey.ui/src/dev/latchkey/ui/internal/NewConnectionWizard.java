package dev.latchkey.ui.internal;

import java.util.Optional;

import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;

import dev.latchkey.ui.internal.connect.ConnectWizard;

/** The wizard for a new connection as File &gt; New makes it. */
public final class NewConnectionWizard extends ConnectWizard implements INewWizard {

	public NewConnectionWizard() {
		super(new OsgiServices(), Optional.empty(),
				connection -> new WizardOpener(PlatformUI.getWorkbench().getActiveWorkbenchWindow()).show(connection));
	}

	@Override
	public void init(IWorkbench workbench, IStructuredSelection selection) {
		// what is selected in the workbench does not matter to a new connection
	}
}
