package dev.latchkey.ui.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;

import dev.latchkey.connection.Connection;
import dev.latchkey.ui.internal.connect.ConnectWizard;
import dev.latchkey.ui.internal.forms.Failures;
import dev.latchkey.ui.internal.forms.FormDialog;
import dev.latchkey.ui.internal.view.OrganizationsView;

/** Opens the wizard over a workbench window, and afterwards the view with what was connected. */
public final class WizardOpener {

	private final IWorkbenchWindow window;

	public WizardOpener(IWorkbenchWindow window) {
		this.window = window;
	}

	/** @param edited the connection to change; empty for a new one */
	public void open(Optional<Connection> edited) {
		open(new ConnectWizard(new OsgiServices(), edited, this::show));
	}

	public void open(ConnectWizard wizard) {
		FormDialog dialog = new FormDialog(window.getShell(), wizard);
		dialog.open();
		view().ifPresent(OrganizationsView::lookAgain);
	}

	/** The view, when it is open and was used before. */
	private Optional<OrganizationsView> view() {
		return Optional.ofNullable(window.getActivePage()).map(page -> page.findView(OrganizationsView.ID))
				.filter(OrganizationsView.class::isInstance).map(OrganizationsView.class::cast);
	}

	/** Shows the view in which the connection stands. */
	public void show(Connection connection) {
		show(List.of(connection.id()));
	}

	/** Shows the view with those connections selected. */
	public void show(List<UUID> connections) {
		try {
			if (window.getActivePage() != null && window.getActivePage()
					.showView(OrganizationsView.ID) instanceof OrganizationsView view) {
				view.select(connections);
			}
		} catch (PartInitException e) {
			Failures.log(e);
		}
	}
}
