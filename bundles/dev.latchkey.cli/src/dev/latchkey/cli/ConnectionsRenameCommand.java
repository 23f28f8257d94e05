package dev.latchkey.cli;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Calls a connection otherwise, here only. */
@Command(name = "rename")
final class ConnectionsRenameCommand extends ReportingCommand {

	@Parameters(index = "0", paramLabel = "NAME|ID")
	private String name;

	@Parameters(index = "1", paramLabel = "NEW-NAME")
	private String newName;

	ConnectionsRenameCommand(Environment environment) {
		super(environment);
	}

	@Override
	Report report() throws ConnectionException, Refusal {
		String wanted = newName.strip();
		if (wanted.isEmpty() || wanted.chars().anyMatch(Character::isISOControl)) {
			throw usage(Messages.usageNewName);
		}
		SavedConnections saved = new SavedConnections(environment());
		Connection found = saved.find(name);
		return new ChangedReport(saved.rename(found, wanted), Messages.format(Messages.renamed, wanted));
	}
}
