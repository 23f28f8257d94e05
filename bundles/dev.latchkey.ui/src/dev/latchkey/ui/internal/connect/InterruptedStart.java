package dev.latchkey.ui.internal.connect;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.wizard.IWizardContainer;

import dev.latchkey.registration.AdminScope;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.Tenant;
import dev.latchkey.ui.internal.WizardServices;
import dev.latchkey.ui.internal.forms.Notice;

/** Begins the wizard with a run that was interrupted: prepares the model for what is to become of it. */
final class InterruptedStart {

	private final ConnectModel model;
	private final WizardServices services;
	private final Catalogs catalogs;

	InterruptedStart(ConnectModel model, WizardServices services, Catalogs catalogs) {
		this.model = model;
		this.services = services;
		this.catalogs = catalogs;
	}

	/** Does what was chosen, as far as it is done before anybody signs in; returns why it can't be done, if so. */
	Optional<Notice> decide(InterruptedChoice choice, IWizardContainer container) {
		JournalRun run = choice.run().orElseThrow();
		return switch (choice.way()) {
		case RESUME -> resume(run, container);
		case UNDO -> undo(run);
		case LEAVE -> leave(choice, run, container);
		case LATER -> later();
		};
	}

	private Optional<Notice> resume(JournalRun run, IWizardContainer container) {
		AtomicReference<Remembered> found = new AtomicReference<>();
		Optional<Notice> failure = new PageRun(container).run(monitor -> found.set(find(run, monitor)));
		if (failure.isPresent() || found.get() == null) {
			return failure;
		}
		Optional<String> obstacle = found.get().obstacle();
		if (obstacle.isEmpty()) {
			model.resume(run, found.get());
		}
		return obstacle.map(text -> new Notice(Notice.Level.RETRY, text));
	}

	private Remembered find(JournalRun run, IProgressMonitor monitor) {
		monitor.beginTask(Messages.CertificateCheck_lookingUp, IProgressMonitor.UNKNOWN);
		return Remembered.of(run, services, monitor::isCanceled);
	}

	/** Leads to the sign-in for taking that run back. */
	Optional<Notice> undo(JournalRun run) {
		Optional<Cloud> cloud = catalogs.cloud(run.cloudId());
		if (cloud.isEmpty()) {
			return Optional.of(new Notice(Notice.Level.RETRY, Messages.Remembered_cloudGone));
		}
		model.forgetTenant();
		model.input().setCloud(cloud.get());
		model.located(new Tenant(cloud.get(), run.tenantId(), run.domain()));
		model.undo(List.of(run));
		model.askFor(AdminScope.neededFor(run));
		return Optional.empty();
	}

	private Optional<Notice> leave(InterruptedChoice choice, JournalRun run, IWizardContainer container) {
		Optional<Notice> failure = new PageRun(container).run(monitor -> settle(run));
		if (failure.isEmpty()) {
			choice.decided(run);
			model.forgetTenant();
		}
		return failure;
	}

	private void settle(JournalRun run) throws InvocationTargetException {
		try {
			services.journal().settle(run.id());
		} catch (RegistrationException e) {
			throw new InvocationTargetException(e);
		}
	}

	private Optional<Notice> later() {
		model.forgetTenant();
		return Optional.empty();
	}
}
