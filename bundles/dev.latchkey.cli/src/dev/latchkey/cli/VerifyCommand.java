package dev.latchkey.cli;

import java.time.Duration;
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
	private Integer atOnce;

	@Option(names = "--time-limit", paramLabel = "DURATION")
	private String timeLimit;

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
			return fleet(directory);
		}
		requireNothingOfAll();
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
	}

	private void requireNothingOfAll() {
		if (atOnce != null || timeLimit != null) {
			throw usage(Messages.format(Messages.usageNeedsAll, atOnce != null ? "--at-once" : "--time-limit")); //$NON-NLS-1$ //$NON-NLS-2$
		}
	}

	private Report fleet(Directory directory) throws RegistrationException, ConnectionException, Refusal {
		if (atOnce != null && atOnce < 1) {
			throw usage(Messages.format(Messages.usageValue, "--at-once")); //$NON-NLS-1$
		}
		Optional<Duration> limit = Optional.ofNullable(timeLimit).map(text -> Validity.time(this, "--time-limit", text)); //$NON-NLS-1$
		SavedConnections saved = new SavedConnections(environment());
		List<VerifiedConnection> results = new FleetVerification(environment(), directory.chosen(), limit, saved::now)
				.verify(saved.list(), atOnce == null ? AT_ONCE : atOnce);
		return new FleetReport(results, saved.problems());
	}

	private Verification verify(RegistrationRequest request) throws RegistrationException, Refusal {
		return environment().services().get(RegistrationService.class).verify(request, Optional.empty(),
				new Progress(environment().terminal())::verified, new CancellingMonitor(environment().cancellation()));
	}
}
