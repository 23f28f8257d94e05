package dev.latchkey.cli;

import java.util.List;
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

	/** How many at the same time when nobody says otherwise. */
	private static final int AT_ONCE = 8;

	@Option(names = "--connection", paramLabel = "NAME|ID")
	private String connection;

	@Option(names = "--all")
	private boolean all;

	@Option(names = "--at-once", paramLabel = "N")
	private int atOnce = AT_ONCE;

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
		if (all || connection != null) {
			requireAlone();
		}
		if (all) {
			return new FleetVerification(environment(), directory.chosen()).verify(new SavedConnections(environment()).list(), atOnce);
		}
		if (connection == null) {
			wanted.check(this);
			Verification found = verify(wanted.request(this, directory, wanted.certificate(this)));
			return new VerifyReport(found, List.of(), Optional.empty());
		}
		SavedConnections saved = new SavedConnections(environment());
		Connection found = saved.find(connection);
		Verified verified = saved.verify(found, directory.chosen());
		return new VerifyReport(verified.verification(), verified.drifts(), Optional.of(verified.connection()));
	}

	private void requireAlone() {
		if (!wanted.areMissing() || all && connection != null) {
			throw usage(Messages.usageConnectionAlone);
		}
		if (atOnce < 1) {
			throw usage(Messages.format(Messages.usageValue, "--at-once")); //$NON-NLS-1$
		}
	}

	private Verification verify(RegistrationRequest request) throws RegistrationException, Refusal {
		return environment().services().get(RegistrationService.class).verify(request, Optional.empty(),
				new Progress(environment().terminal())::verified, new CancellingMonitor(environment().cancellation()));
	}
}
