package dev.latchkey.cli;

import java.util.Optional;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionVerifier.Verified;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.RegistrationService;
import dev.latchkey.registration.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Proves with the certificate alone that a connection works. */
@Command(name = "verify")
final class VerifyCommand extends ReportingCommand {

	@Option(names = "--connection", paramLabel = "NAME|ID")
	private String connection;

	@Mixin
	private ConnectionOptions wanted;

	@Option(names = "--cloud", paramLabel = "ID|FILE")
	private String cloud;

	VerifyCommand(Environment environment) {
		super(environment);
	}

	@Override
	Report report() throws CertificateAccessException, RegistrationException, ConnectionException, Refusal {
		Directory directory = new Directory(environment(), cloud);
		if (connection == null) {
			wanted.check(this);
			return new VerifyReport(verify(wanted.request(this, directory, wanted.certificate(this))), Optional.empty());
		}
		if (!wanted.areMissing()) {
			throw usage(Messages.usageConnectionAlone);
		}
		SavedConnections saved = new SavedConnections(environment());
		Connection found = saved.find(connection);
		Verified verified = saved.verify(found, directory.chosen());
		return new VerifyReport(verified.verification(), Optional.of(verified.connection()));
	}

	private Verification verify(RegistrationRequest request) throws RegistrationException, Refusal {
		return environment().services().get(RegistrationService.class).verify(request, Optional.empty(),
				new Progress(environment().terminal())::verified, new CancellingMonitor(environment().cancellation()));
	}
}
