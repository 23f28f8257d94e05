package dev.latchkey.ui.internal.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Control;

import dev.latchkey.connection.Connection;
import dev.latchkey.registration.HandOver;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.ui.internal.OsgiServices;
import dev.latchkey.ui.internal.ServiceSource.MissingServiceException;
import dev.latchkey.ui.internal.WizardOpener;
import dev.latchkey.ui.internal.WizardServices;
import dev.latchkey.ui.internal.connect.ConnectWizard;
import dev.latchkey.ui.internal.connect.WrittenChanges;
import dev.latchkey.ui.internal.documents.DocumentWizard;
import dev.latchkey.ui.internal.forms.Failures;
import dev.latchkey.ui.internal.forms.LatestJob;
import dev.latchkey.ui.internal.forms.Notice;

/** What can be done with a saved connection: verify it, hand it over, take back what was last done for it. */
final class OrganizationCommands {

	/** What is done with the console's services, in the background. */
	private interface Task<T> {
		T call(WizardServices services) throws Exception;
	}

	private final Control owner;
	private final WizardOpener opener;
	private final Consumer<Notice> teller;
	private final LatestJob<Notice> verifying;
	private final LatestJob<HandOver> packing;
	private final LatestJob<List<JournalRun>> reading;

	/** @param teller shows what became of it, in the user interface thread */
	OrganizationCommands(Control owner, WizardOpener opener, Consumer<Notice> teller) {
		this.owner = owner;
		this.opener = opener;
		this.teller = teller;
		verifying = new LatestJob<>(owner, Messages.OrganizationCommands_verifying);
		packing = new LatestJob<>(owner, Messages.OrganizationCommands_packing);
		reading = new LatestJob<>(owner, Messages.OrganizationsView_reading);
	}

	void verify(Connection connection) {
		teller.accept(new Notice(Notice.Level.PROMPT, NLS.bind(Messages.Verifying_running, connection.name())));
		verifying.startVisibly(monitor -> with(services -> new Verifying(services).run(connection, monitor)), told(teller));
	}

	void handOver(Connection connection) {
		packing.start(monitor -> with(services -> new HandOver(services.verifier().request(connection, monitor),
				Optional.empty(), Optional.empty())), told(this::write));
	}

	private void write(HandOver content) {
		OsgiServices source = new OsgiServices();
		try {
			DocumentWizard.handOver(owner.getShell(), source.get().documents(), content).ifPresent(path -> teller
					.accept(new Notice(Notice.Level.INFO, NLS.bind(Messages.OrganizationCommands_handedOver, path))));
		} catch (MissingServiceException e) {
			Failures.log(e);
		} finally {
			source.release();
		}
	}

	void undoLast(Connection connection) {
		reading.start(monitor -> with(services -> last(connection, services)), told(runs -> undo(connection, runs)));
	}

	private static List<JournalRun> last(Connection connection, WizardServices services) throws RegistrationException {
		return services.journal().runs().stream().filter(JournalRun::leftSomething)
				.filter(run -> connection.concerns(run)).limit(1).toList();
	}

	private void undo(Connection connection, List<JournalRun> runs) {
		if (runs.isEmpty()) {
			teller.accept(new Notice(Notice.Level.INFO,
					NLS.bind(Messages.OrganizationCommands_nothingToUndo, connection.name())));
		} else if (WrittenChanges.confirmUndo(owner.getShell(), Messages.OrganizationCommands_undo, runs)) {
			opener.open(ConnectWizard.undoing(new OsgiServices(), runs.get(0)));
		}
	}

	/** The runs that were interrupted; for background threads. */
	static List<JournalRun> interrupted() throws Exception {
		return with(services -> services.journal().interrupted());
	}

	private static <T> T with(Task<T> task) throws Exception {
		OsgiServices source = new OsgiServices();
		try {
			return task.call(source.get());
		} finally {
			source.release();
		}
	}

	private <T> LatestJob.Receiver<T> told(Consumer<T> receiver) {
		return new LatestJob.Receiver<>() {
			@Override
			public void done(T answer) {
				receiver.accept(answer);
			}

			@Override
			public void failed(Throwable failure) {
				Failures.log(failure);
				teller.accept(new Notice(Notice.Level.RETRY, Failures.sentence(failure)));
			}
		};
	}
}
