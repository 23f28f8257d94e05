package dev.latchkey.ui.internal.renew;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Optional;

import org.eclipse.jface.wizard.IWizardPage;

import dev.latchkey.connection.CertificateRenewer;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.NextCertificate;
import dev.latchkey.connection.NextCertificates;
import dev.latchkey.connection.NextCertificates.SelfSigned;
import dev.latchkey.connection.NextStore;
import dev.latchkey.registration.Cloud;
import dev.latchkey.ui.internal.WizardServices;
import dev.latchkey.ui.internal.certificate.SelectCertificateWizard;
import dev.latchkey.ui.internal.connect.TaskWizard;
import dev.latchkey.ui.internal.forms.Choices;

/** Lets connections go on with their next certificate. */
public final class RenewWizard extends TaskWizard {

	private final RenewModel model;
	private final RenewPage page;

	/**
	 * @param clouds  those that are known here, by their id
	 * @param renewer does it; called in background threads
	 */
	public RenewWizard(List<Connection> connections, Map<String, Cloud> clouds, WizardServices services,
			CertificateRenewer renewer, NextCertificates nexts) {
		this(new RenewModel(connections, clouds, Instant.now()), services, renewer, nexts);
	}

	private RenewWizard(RenewModel model, WizardServices services, CertificateRenewer renewer, NextCertificates nexts) {
		super(Messages.RenewWizard_title, model, services.registration(),
				new RenewRunPage(model, renewer, () -> next(model, nexts), services.certificates()));
		this.model = model;
		page = new RenewPage(model, () -> SelectCertificateWizard.open(getShell(), services),
				connection -> NextStore.of(connection, Optional.empty(), services.certificates()));
	}

	private static NextCertificate next(RenewModel model, NextCertificates nexts) {
		return model.existing() ? nexts.existing(model.certificate().orElseThrow().reference())
				: nexts.selfSigned(new SelfSigned(OptionalInt.of(Choices.keyBits()), OptionalInt.of(Choices.validityMonths()),
						Optional.empty()));
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
