package dev.latchkey.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The last page of the wizard with all services: applies the plan and proves the connection, each time in a new tenant.
 * Without latency it tells what is left when the network costs nothing.
 */
final class ConnectMeasurement implements Measurement {

	private static final Duration LATENCY = Duration.ofMillis(50);

	private final Path requests;

	/** @param requests file to list the requests in */
	ConnectMeasurement(Path requests) {
		this.requests = requests;
	}

	@Override
	public void run(Figures figures) throws Exception {
		connect(figures, "connect.first.", LATENCY);
		connect(figures, "connect.again.", LATENCY);
		connect(figures, "connect.none.", Duration.ZERO);
	}

	private void connect(Figures figures, String prefix, Duration latency) throws Exception {
		try (Organization organization = new Organization()) {
			organization.signIn();
			organization.plan();
			organization.latency(latency);
			Traffic apply = organization.apply();
			Traffic verify = organization.verify();
			figures.millis(prefix + "apply", apply.nanos());
			figures.millis(prefix + "verify", verify.nanos());
			figures.count(prefix + "requests.apply", apply.requests());
			figures.count(prefix + "requests.verify", verify.requests());
			figures.count(prefix + "chain.apply", apply.chain());
			figures.count(prefix + "chain.verify", verify.chain());
			if (!latency.isZero()) {
				list(apply, verify);
			}
		}
	}

	private void list(Traffic apply, Traffic verify) throws IOException {
		Files.writeString(requests, "apply\n" + apply.list() + "verify\n" + verify.list());
	}
}
