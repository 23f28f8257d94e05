package dev.latchkey.ui.internal.connect;

import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.swt.widgets.Shell;

import dev.latchkey.registration.RegistrationService;
import dev.latchkey.ui.internal.forms.FormDialog;
import dev.latchkey.ui.internal.forms.Icons;
import dev.latchkey.ui.internal.forms.Mark;

/** A wizard that asks, lets an administrator sign in where that is needed, and does it on its last page. */
public abstract class TaskWizard extends Wizard {

	private final SignInModel model;
	private final SignInPage signIn;
	private final TaskPage<?> run;

	/** @param model is closed with the wizard */
	protected TaskWizard(String title, SignInModel model, RegistrationService registration, TaskPage<?> run) {
		this.model = model;
		this.run = run;
		signIn = new SignInPage(model, registration);
		setWindowTitle(title);
		setDefaultPageImageDescriptor(Icons.descriptor(Mark.BANNER));
	}

	/** Returns when the wizard is closed. */
	public final void open(Shell parent) {
		FormDialog dialog = new FormDialog(parent, this);
		dialog.open();
	}

	/** The page that asks; always the same. */
	protected abstract IWizardPage asking();

	/** Whether an administrator has to sign in for what was chosen. */
	protected abstract boolean signsIn();

	@Override
	public void addPages() {
		addPage(asking());
		addPage(signIn);
		addPage(run);
	}

	@Override
	public IWizardPage getNextPage(IWizardPage current) {
		if (current == run) {
			return null;
		}
		return current == asking() && signsIn() ? signIn : run;
	}

	@Override
	public boolean canFinish() {
		return getContainer().getCurrentPage() == run && run.over();
	}

	@Override
	public boolean performFinish() {
		return true;
	}

	/** While something is going on, asks it to stop, and stays to tell what became of it. */
	@Override
	public boolean performCancel() {
		if (run.running()) {
			run.stop();
			return false;
		}
		return true;
	}

	@Override
	public void dispose() {
		model.close();
		super.dispose();
	}
}
