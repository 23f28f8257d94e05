package dev.latchkey.cli;

import java.nio.file.Path;
import java.util.List;

import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionTransfer;
import dev.latchkey.connection.ConnectionTransfer.Arrival;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes over the connections of another computer's file. */
@Command(name = "import")
final class ConnectionsImportCommand extends ReportingCommand {

	@Parameters(paramLabel = "FILE")
	private Path file;

	@Mixin
	private Consent consent;

	ConnectionsImportCommand(Environment environment) {
		super(environment);
	}

	@Override
	Report report() throws ConnectionException, Refusal {
		ConnectionTransfer transfer = environment().services().get(ConnectionTransfer.class);
		List<Arrival> arrivals = transfer.read(file);
		List<Arrival> replacing = arrivals.stream().filter(Arrival::replaces).toList();
		if (!replacing.isEmpty()) {
			replacing.forEach(each -> environment().terminal().say("  " + each.connection().name())); //$NON-NLS-1$
			consent.ask(environment().terminal(), Messages.format(Messages.askReplace, replacing.size()));
		}
		return new ImportedReport(arrivals, transfer.accept(arrivals));
	}
}
