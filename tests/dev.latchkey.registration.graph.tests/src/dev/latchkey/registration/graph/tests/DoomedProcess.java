package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A process that a test kills: when it says that it has stopped, or at a moment that only others see. */
final class DoomedProcess {

	private static final int KILLED = 137;

	private volatile Process process;

	/**
	 * Waits for its end, or brings it about.
	 *
	 * @param stops whether it is to say that it stopped; otherwise somebody kills it before
	 */
	void run(Process started, boolean stops) throws IOException, InterruptedException {
		process = started;
		try (BufferedReader said = started.inputReader(StandardCharsets.UTF_8)) {
			assertEquals(stops ? "stopped" : null, line(said));
		}
		kill();
		assertEquals(KILLED, started.waitFor(), "It was not killed");
	}

	/** A killed process closes its output at any moment. */
	private static String line(BufferedReader said) {
		try {
			return said.readLine();
		} catch (IOException e) {
			return null;
		}
	}

	/** For any thread. */
	void kill() {
		try {
			process.destroyForcibly().waitFor();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
