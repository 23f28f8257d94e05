package dev.latchkey.cli;

import java.util.List;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Removes a connection from this console; the tenant is not touched. */
@Command(name = "remove")
final class ConnectionsRemoveCommand extends ReportingCommand {

	@Parameters(paramLabel = "NAME|ID")
	private String name;

	@Mixin
	private Consent consent;

	ConnectionsRemoveCommand(Environment environment) {
		super(environment);
	}

	@Override
	Report report() throws ConnectionException, Refusal {
		SavedConnections saved = new SavedConnections(environment());
		Connection found = saved.find(name);
		consent.ask(environment().terminal(), Messages.format(Messages.askRemove, found.name()));
		saved.remove(found);
		return new ConnectionsReport(List.of(found), true);
	}
}
