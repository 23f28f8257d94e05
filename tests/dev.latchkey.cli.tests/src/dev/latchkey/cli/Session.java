package dev.latchkey.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

import org.osgi.framework.FrameworkUtil;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import dev.latchkey.certificate.Cancellation;

/** Runs one command on the services of this framework, and keeps what it says. */
final class Session {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private final ByteArrayOutputStream err = new ByteArrayOutputStream();
	private int exit;

	/** With somebody there who types these answers, or nobody where there are none. */
	static Session typing(String[] answers, Object... arguments) {
		Deque<String> left = new ArrayDeque<>(Arrays.asList(answers));
		Terminal.Prompt prompt = text -> left.remove().toCharArray();
		return new Session("", answers.length == 0 ? Optional.empty() : Optional.of(prompt), Cancellation.NEVER, arguments);
	}

	/** Which is to end when something has happened. */
	static Session ending(Cancellation cancellation, Object... arguments) {
		return new Session("", Optional.empty(), cancellation, arguments);
	}

	/** With something on standard input. */
	static Session piping(String input, Object... arguments) {
		return new Session(input, Optional.empty(), Cancellation.NEVER, arguments);
	}

	static Session of(Object... arguments) {
		return piping("", arguments);
	}

	private Session(String input, Optional<Terminal.Prompt> prompt, Cancellation cancellation, Object... arguments) {
		Terminal terminal = new Terminal(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
				new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), prompt, 0);
		try (var services = new OsgiServices(FrameworkUtil.getBundle(Session.class).getBundleContext())) {
			exit = LatchkeyCommandLine.run(new Environment(services, terminal, (text, failure) -> {
				throw new AssertionError(text, failure);
			}, cancellation, "1"), Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
		}
	}

	int exit() {
		return exit;
	}

	JsonObject json() {
		return JsonParser.parseString(out()).getAsJsonObject();
	}

	String reason() {
		return json().get("reason").isJsonNull() ? null : json().get("reason").getAsString();
	}

	/** A field of the only entry. */
	String entry(String name) {
		return json().getAsJsonArray("entries").get(0).getAsJsonObject().get(name).getAsString();
	}

	String out() {
		return out.toString(StandardCharsets.UTF_8);
	}

	String err() {
		return err.toString(StandardCharsets.UTF_8);
	}
}
