package dev.latchkey.tenant.internal.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import dev.latchkey.tenant.TenantOptions;

/**
 * The command line.
 *
 * @param options
 *            how to start
 * @param readyFile
 *            file to write when it serves
 */
record Arguments(TenantOptions options, Optional<Path> readyFile) {

	static final String USAGE = "usage: tenant [--port N] [--scenario FILE] [--record FILE.har] [--latency MS]"
			+ " [--auto-sign-in] [--ready-file FILE]";

	/**
	 * @throws IllegalArgumentException
	 *             if the arguments are no such command line
	 */
	static Arguments parse(String... arguments) {
		Deque<String> rest = new ArrayDeque<>(List.of(arguments));
		TenantOptions options = TenantOptions.defaults();
		Optional<Path> ready = Optional.empty();
		while (!rest.isEmpty()) {
			String name = rest.removeFirst();
			switch (name) {
			case "--port" -> options = options.withPort(Integer.parseInt(value(rest, name)));
			case "--scenario" -> options = options.withScenario(Path.of(value(rest, name)));
			case "--record" -> options = options.withRecord(Path.of(value(rest, name)));
			case "--latency" -> options = options.withLatency(Duration.ofMillis(Long.parseLong(value(rest, name))));
			case "--auto-sign-in" -> options = options.withAutoSignIn();
			case "--ready-file" -> ready = Optional.of(Path.of(value(rest, name)));
			default -> throw new IllegalArgumentException("Unknown argument " + name);
			}
		}
		return new Arguments(options, ready);
	}

	private static String value(Deque<String> rest, String name) {
		if (rest.isEmpty()) {
			throw new IllegalArgumentException(name + " needs a value");
		}
		return rest.removeFirst();
	}
}
