package dev.latchkey.cli;

import java.util.Optional;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionRemoval;
import dev.latchkey.connection.ConnectionRemoval.Added;
import dev.latchkey.connection.ConnectionRemoval.Leftover;
import dev.latchkey.connection.ConnectionRemoval.TakenBack;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationService;
import dev.latchkey.registration.SignInRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Removes a connection from this console alone, or with what Latchkey added to the tenant. */
@Command(name = "remove")
final class ConnectionsRemoveCommand extends ReportingCommand {

	@Parameters(paramLabel = "NAME|ID")
	private String name;

	@Option(names = "--with-tenant")
	private boolean withTenant;

	@Option(names = "--cloud", paramLabel = "ID|FILE")
	private String cloud;

	@Mixin
	private SignInOptions signIn;

	@Mixin
	private Consent consent;

	ConnectionsRemoveCommand(Environment environment) {
		super(environment);
	}

	@Override
	Report report() throws RegistrationException, ConnectionException, Refusal {
		signIn.check(this);
		if (!withTenant && (signIn.areGiven() || cloud != null)) {
			throw usage(Messages.usageNeedsWithTenant);
		}
		SavedConnections saved = new SavedConnections(environment());
		Connection found = saved.find(name);
		return withTenant ? withTenant(found, saved) : alone(found, saved);
	}

	private Report alone(Connection found, SavedConnections saved) throws ConnectionException, Refusal {
		consent.ask(environment().terminal(), Messages.format(Messages.askRemove, found.name()));
		saved.remove(found);
		return new RemovedReport(found, Optional.empty());
	}

	private Report withTenant(Connection found, SavedConnections saved)
			throws RegistrationException, ConnectionException, Refusal {
		ConnectionRemoval removal = environment().services().get(ConnectionRemoval.class);
		Added added = removal.added(found.id(), new Directory(environment(), cloud).chosen());
		added.leftovers().forEach(this::show);
		consent.ask(environment().terminal(), Messages.format(Messages.askRemoveAll, found.name()));
		Optional<TakenBack> taken = added.runs().isEmpty() ? Optional.empty() : Optional.of(takeBack(removal, added));
		if (taken.map(TakenBack::complete).orElse(true)) {
			saved.remove(found);
		}
		return new RemovedReport(found, taken);
	}

	private void show(Leftover leftover) {
		Terminal terminal = environment().terminal();
		terminal.say(Messages.format(Messages.run, leftover.run().id(), leftover.run().started(), leftover.run().domain(),
				leftover.run().applicationName()));
		leftover.changes().forEach(change -> terminal.say("  " + change.title())); //$NON-NLS-1$
		leftover.usedBy().forEach(other -> terminal.say("  " + Messages.format(Messages.stays, other.name()))); //$NON-NLS-1$
	}

	private TakenBack takeBack(ConnectionRemoval removal, Added added)
			throws RegistrationException, ConnectionException, Refusal {
		CancellingMonitor monitor = new CancellingMonitor(environment().cancellation());
		Progress progress = new Progress(environment().terminal());
		RegistrationService registration = environment().services().get(RegistrationService.class);
		try (AdminSession session = registration.signIn(new SignInRequest(added.tenant(), signIn.method(), added.scopes()),
				new TerminalSignIn(environment().terminal()), monitor)) {
			return removal.takeBack(added, session,
					soFar -> soFar.runs().forEach(run -> run.result().ifPresent(progress::undone)), monitor);
		}
	}
}
