package dev.latchkey.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionTransfer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes connections to a file, for another computer. */
@Command(name = "export")
final class ConnectionsExportCommand extends ReportingCommand {

	@Parameters(index = "0", paramLabel = "FILE")
	private Path file;

	@Option(names = "--connection", paramLabel = "NAME|ID")
	private List<String> names = new ArrayList<>();

	@Option(names = "--force")
	private boolean force;

	ConnectionsExportCommand(Environment environment) {
		super(environment);
	}

	@Override
	Report report() throws CertificateAccessException, ConnectionException, Refusal {
		new OutputFile(file, force).check();
		SavedConnections saved = new SavedConnections(environment());
		Set<Connection> chosen = new LinkedHashSet<>();
		for (String name : names) {
			chosen.add(saved.find(name));
		}
		Collection<Connection> written = names.isEmpty() ? saved.list() : chosen;
		environment().services().get(ConnectionTransfer.class).write(written.stream().map(Connection::id).toList(), file);
		return new WrittenReport(file, written.size(), Messages.exportedConnections);
	}
}
