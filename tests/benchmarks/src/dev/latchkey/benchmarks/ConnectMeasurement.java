package dev.latchkey.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * From the plan to the proven connection, all services, each time in a new tenant. Its lower limit is the latency of the
 * requests that really went out one after the other; without latency it tells what is left when the network costs nothing.
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
			organization.latency(latency);
			Map<String, Traffic> steps = new LinkedHashMap<>();
			steps.put("plan", organization.plan());
			steps.put("apply", organization.apply());
			steps.put("verify", organization.verify());
			for (Map.Entry<String, Traffic> step : steps.entrySet()) {
				figures.millis(prefix + step.getKey(), step.getValue().nanos());
				figures.count(prefix + "requests." + step.getKey(), step.getValue().requests());
				figures.count(prefix + "chain." + step.getKey(), step.getValue().chain());
			}
			figures.millis(prefix + "all", steps.values().stream().mapToLong(Traffic::nanos).sum());
			figures.millis(prefix + "limit", latency.toNanos() * steps.values().stream().mapToInt(Traffic::chain).sum());
			if (!latency.isZero()) {
				list(steps);
			}
		}
	}

	private void list(Map<String, Traffic> steps) throws IOException {
		Files.writeString(requests, steps.entrySet().stream()
				.map(step -> step.getKey() + '\n' + step.getValue().list()).collect(Collectors.joining()));
	}
}
