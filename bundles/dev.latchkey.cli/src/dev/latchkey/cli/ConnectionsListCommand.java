package dev.latchkey.cli;

import dev.latchkey.connection.ConnectionException;
import picocli.CommandLine.Command;

/** Lists the saved connections. */
@Command(name = "list")
final class ConnectionsListCommand extends ReportingCommand {

	ConnectionsListCommand(Environment environment) {
		super(environment);
	}

	@Override
	Report report() throws ConnectionException, Refusal {
		return new ConnectionsReport(new SavedConnections(environment()).list(), false);
	}
}
