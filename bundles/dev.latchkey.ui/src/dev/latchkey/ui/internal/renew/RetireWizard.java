package dev.latchkey.ui.internal.renew;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.eclipse.jface.wizard.IWizardPage;

import dev.latchkey.connection.CertificateRenewer;
import dev.latchkey.connection.Connection;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.RegistrationService;
import dev.latchkey.ui.internal.connect.TaskWizard;

/** Removes certificates of applications that others took over from. */
public final class RetireWizard extends TaskWizard {

	private final RetireModel model;
	private final RetirePage page;

	/**
	 * @param clouds  those that are known here, by their id
	 * @param renewer does it; called in background threads
	 */
	public RetireWizard(List<Connection> connections, Map<String, Cloud> clouds, RegistrationService registration,
			CertificateRenewer renewer) {
		this(new RetireModel(connections, clouds, Instant.now()), registration, renewer);
	}

	private RetireWizard(RetireModel model, RegistrationService registration, CertificateRenewer renewer) {
		super(Messages.RetireWizard_title, model, registration, new RetireRunPage(model, renewer));
		this.model = model;
		page = new RetirePage(model);
	}

	@Override
	protected IWizardPage asking() {
		return page;
	}

	@Override
	protected boolean signsIn() {
		return model.byAdministrator();
	}
}
