package dev.latchkey.ui.internal.remove;

import java.lang.reflect.InvocationTargetException;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.WizardPage;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionRemoval;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.registration.RegistrationService;
import dev.latchkey.ui.internal.connect.TaskWizard;
import dev.latchkey.ui.internal.forms.Failures;

/** Removes connections from this console, and what was added to their organization where that is asked for. */
public final class RemoveWizard extends TaskWizard {

	private final RemoveModel model;
	private final ConnectionService connections;
	private final RemovePage page;

	/** @param removal knows what was added; called in background threads */
	public RemoveWizard(List<Connection> chosen, RegistrationService registration, ConnectionRemoval removal,
			ConnectionService connections) {
		this(new RemoveModel(chosen), registration, removal, connections);
	}

	private RemoveWizard(RemoveModel model, RegistrationService registration, ConnectionRemoval removal,
			ConnectionService connections) {
		super(Messages.RemoveWizard_title, model, registration, new RemoveRunPage(model, removal));
		this.model = model;
		this.connections = connections;
		page = new RemovePage(model, removal);
		setNeedsProgressMonitor(true);
	}

	@Override
	protected IWizardPage asking() {
		return page;
	}

	@Override
	protected boolean signsIn() {
		return model.fromTenant();
	}

	/** From this console alone they are removed at once. */
	@Override
	public IWizardPage getNextPage(IWizardPage current) {
		return signsIn() ? super.getNextPage(current) : null;
	}

	@Override
	public boolean canFinish() {
		return model.fromTenant() ? super.canFinish() : page.isPageComplete();
	}

	@Override
	public boolean performFinish() {
		try {
			getContainer().run(true, false, this::remove);
			return true;
		} catch (InvocationTargetException e) {
			Failures.log(e.getCause());
			((WizardPage) getContainer().getCurrentPage()).setErrorMessage(Failures.sentence(e.getCause()));
			return false;
		} catch (InterruptedException e) {
			return false;
		}
	}

	private void remove(IProgressMonitor monitor) throws InvocationTargetException {
		monitor.beginTask(Messages.RemoveWizard_title, model.connections().size());
		try {
			for (Connection connection : model.connections()) {
				connections.remove(connection.id());
				monitor.worked(1);
			}
		} catch (ConnectionException e) {
			throw new InvocationTargetException(e);
		} finally {
			monitor.done();
		}
	}
}
