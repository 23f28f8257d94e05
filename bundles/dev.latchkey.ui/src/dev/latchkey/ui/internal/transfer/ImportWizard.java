package dev.latchkey.ui.internal.transfer;

import java.lang.reflect.InvocationTargetException;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.widgets.Shell;

import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionTransfer;
import dev.latchkey.connection.ConnectionTransfer.Arrival;
import dev.latchkey.ui.internal.forms.Failures;
import dev.latchkey.ui.internal.forms.FormDialog;
import dev.latchkey.ui.internal.forms.Icons;
import dev.latchkey.ui.internal.forms.Mark;

/** Takes connections that another console exported. */
public final class ImportWizard extends Wizard {

	private final ConnectionTransfer transfer;
	private final ImportModel model = new ImportModel();

	/** @param transfer called in background threads */
	public ImportWizard(ConnectionTransfer transfer) {
		this.transfer = transfer;
		setWindowTitle(Messages.ImportWizard_title);
		setDefaultPageImageDescriptor(Icons.descriptor(Mark.BANNER));
		setNeedsProgressMonitor(true);
	}

	/** Returns when the wizard is closed. */
	public void open(Shell parent) {
		FormDialog dialog = new FormDialog(parent, this);
		dialog.open();
	}

	@Override
	public void addPages() {
		addPage(new ImportPage(model, transfer));
	}

	@Override
	public boolean performFinish() {
		List<Arrival> chosen = model.chosen();
		try {
			getContainer().run(true, false, monitor -> accept(chosen, monitor));
			return true;
		} catch (InvocationTargetException e) {
			Failures.log(e.getCause());
			((WizardPage) getContainer().getCurrentPage()).setErrorMessage(Failures.sentence(e.getCause()));
			return false;
		} catch (InterruptedException e) {
			return false;
		}
	}

	private void accept(List<Arrival> chosen, IProgressMonitor monitor) throws InvocationTargetException {
		monitor.beginTask(Messages.ImportWizard_title, IProgressMonitor.UNKNOWN);
		try {
			transfer.accept(chosen);
		} catch (ConnectionException e) {
			throw new InvocationTargetException(e);
		} finally {
			monitor.done();
		}
	}
}
