package dev.latchkey.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import dev.latchkey.certificate.Cancellation;

/** Runs the command line and keeps what it says. */
final class Console {

	final List<Throwable> logged = new ArrayList<>();
	Services services = new Services() {
		@Override
		public <T> T get(Class<T> type) throws Refusal {
			throw new Refusal(Refusal.SERVICE_MISSING, type.getName());
		}
	};

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private final ByteArrayOutputStream err = new ByteArrayOutputStream();
	private final Terminal terminal;

	/** With something on standard input, and nobody there. */
	Console(String input) {
		terminal = terminal(input, Optional.empty());
	}

	Console() {
		this("");
	}

	/** With somebody who types; an empty answer ends the input. */
	@SafeVarargs
	Console(Optional<String>... answers) {
		Deque<Optional<String>> left = new ArrayDeque<>(List.of(answers));
		terminal = terminal("", Optional.of(text -> left.remove().map(String::toCharArray).orElse(null)));
	}

	private Terminal terminal(String input, Optional<Terminal.Prompt> prompt) {
		return new Terminal(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
				new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), prompt, 0);
	}

	int run(String... arguments) {
		return LatchkeyCommandLine.run(
				new Environment(services, terminal, (text, failure) -> logged.add(failure), Cancellation.NEVER, "1.2.3"), arguments);
	}

	String out() {
		return out.toString(StandardCharsets.UTF_8);
	}

	String err() {
		return err.toString(StandardCharsets.UTF_8);
	}
}
