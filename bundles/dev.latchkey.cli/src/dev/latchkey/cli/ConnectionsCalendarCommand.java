package dev.latchkey.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionHealth;
import dev.latchkey.connection.ExpiryCalendar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the ends of the certificates as a calendar. */
@Command(name = "calendar")
final class ConnectionsCalendarCommand extends ReportingCommand {

	@Parameters(paramLabel = "FILE")
	private Path file;

	@Option(names = "--force")
	private boolean force;

	ConnectionsCalendarCommand(Environment environment) {
		super(environment);
	}

	@Override
	Report report() throws CertificateAccessException, ConnectionException, Refusal {
		new OutputFile(file, force).check();
		List<Connection> all = new SavedConnections(environment()).list();
		if (all.isEmpty()) {
			throw new Refusal(Refusal.NOTHING_TO_WRITE, Messages.emptyCalendar);
		}
		List<Integer> warningDays = environment().services().get(ConnectionHealth.class).warningDays();
		write(ExpiryCalendar.of(all, warningDays, Instant.now(), Locale.getDefault()));
		return new WrittenReport(file, all.size(), Messages.exportedCalendar);
	}

	/** As a whole, or what was there stays. */
	private void write(String text) throws ConnectionException {
		Path target = file.toAbsolutePath();
		try {
			Path temporary = Files.createTempFile(target.getParent(), ".calendar", null); //$NON-NLS-1$
			try {
				Files.write(temporary, text.getBytes(StandardCharsets.UTF_8));
				Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
			} finally {
				Files.deleteIfExists(temporary);
			}
		} catch (IOException e) {
			throw new ConnectionException(ConnectionException.Reason.NOT_WRITABLE, target.toString(), e);
		}
	}
}
