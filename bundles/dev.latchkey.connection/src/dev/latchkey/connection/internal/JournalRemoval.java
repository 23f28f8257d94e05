package dev.latchkey.connection.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.eclipse.core.runtime.IProgressMonitor;

import dev.latchkey.certificate.CertificateService;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Connection.State;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionException.Reason;
import dev.latchkey.connection.ConnectionRemoval;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Journal;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.ProfileCatalog;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationService;
import dev.latchkey.registration.UndoResult;

/** Takes back what the journal says was added for a connection. */
@Component
public final class JournalRemoval implements ConnectionRemoval {

	private final ConnectionService connections;
	private final RegistrationService registration;
	private final Journal journal;
	private final Belongings belongings;

	@Activate
	public JournalRemoval(@Reference ConnectionService connections, @Reference RegistrationService registration,
			@Reference Journal journal, @Reference CloudCatalog clouds, @Reference ProfileCatalog profiles,
			@Reference CertificateService certificates) {
		this.connections = connections;
		this.registration = registration;
		this.journal = journal;
		belongings = new Belongings(clouds, profiles, certificates);
	}

	@Override
	public Added added(UUID id, Optional<Cloud> cloud) throws ConnectionException {
		List<Connection> all = connections.list();
		Connection connection = all.stream().filter(each -> each.id().equals(id)).findFirst()
				.orElseThrow(() -> new ConnectionException(Reason.NOT_FOUND, id.toString(), null));
		List<ApplicationUse> uses = all.stream()
				.filter(each -> !each.id().equals(id) && each.sameApplication(connection))
				.map(each -> ApplicationUse.of(each, belongings, cloud)).toList();
		return new Added(connection, belongings.tenant(connection, cloud), leftovers(connection, uses));
	}

	private List<Leftover> leftovers(Connection connection, List<ApplicationUse> uses) throws ConnectionException {
		try {
			return journal.runs(connection.applicationId()).stream().filter(connection::concerns).map(run -> leftover(run, uses))
					.filter(leftover -> !leftover.changes().isEmpty()).toList();
		} catch (RegistrationException e) {
			throw new ConnectionException(e.failure(), e);
		}
	}

	private static Leftover leftover(JournalRun run, List<ApplicationUse> uses) {
		List<JournalRun.Change> changes = run.changes().stream()
				.filter(change -> change.mayBeThere() && !change.irrevocable()).toList();
		return new Leftover(run, changes, uses.stream().filter(use -> changes.stream().anyMatch(use::needs))
				.map(ApplicationUse::connection).toList());
	}

	@Override
	public TakenBack takeBack(Added added, AdminSession session, Consumer<TakenBack> progress, IProgressMonitor monitor)
			throws ConnectionException {
		if (!session.tenant().id().equals(added.tenant().id())) {
			throw new ConnectionException(Failure.of(dev.latchkey.registration.Reason.WRONG_TENANT, session.userName(),
					session.tenant().domain(), added.tenant().domain()), null);
		}
		List<Outcome> outcomes = new ArrayList<>(added.runs().stream()
				.map(run -> new Outcome(run, Optional.empty(), Optional.empty())).toList());
		try {
			for (int i = 0; i < outcomes.size() && (monitor == null || !monitor.isCanceled()); i++) {
				takeBack(i, outcomes, session, progress, monitor);
			}
			return new TakenBack(outcomes);
		} finally {
			if (outcomes.stream().anyMatch(JournalRemoval::changedSomething)) {
				connections.update(added.connection().id(),
						now -> now.with(now.proof().failed(State.NOT_VERIFIED, Optional.empty())));
			}
		}
	}

	private void takeBack(int i, List<Outcome> outcomes, AdminSession session, Consumer<TakenBack> progress,
			IProgressMonitor monitor) {
		JournalRun run = outcomes.get(i).run();
		Consumer<UndoResult> teller = soFar -> {
			outcomes.set(i, new Outcome(run, Optional.of(soFar), Optional.empty()));
			progress.accept(new TakenBack(outcomes));
		};
		try {
			teller.accept(registration.undo(run, session, teller, monitor));
		} catch (RegistrationException e) {
			outcomes.set(i, new Outcome(run, Optional.empty(), Optional.of(e.failure())));
			progress.accept(new TakenBack(outcomes));
		}
	}

	private static boolean changedSomething(Outcome outcome) {
		return outcome.result().map(UndoResult::changes).orElse(List.of()).stream()
				.anyMatch(undone -> undone.outcome() == UndoResult.Outcome.UNDONE);
	}
}
