package dev.latchkey.cli;

import java.time.Instant;
import java.util.List;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionHealth;
import picocli.CommandLine.Command;

/** Lists the saved connections, and how they stand as far as that can be said without the network. */
@Command(name = "list")
final class ConnectionsListCommand extends ReportingCommand {

	ConnectionsListCommand(Environment environment) {
		super(environment);
	}

	@Override
	Report report() throws ConnectionException, Refusal {
		SavedConnections saved = new SavedConnections(environment());
		List<Connection> all = saved.list();
		return new ConnectionsReport(all, environment().services().get(ConnectionHealth.class).of(all, Instant.now()), saved.problems());
	}
}
