package dev.latchkey.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** {@code docs/command-line.md} knows every command, option and reason. */
class DocumentationTest {

	private static final Pattern OPTION = Pattern.compile("--[a-z-]+");

	private final String text = read();

	private static String read() {
		Path file = Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent).limit(6).map(each -> each.resolve("docs/command-line.md"))
				.filter(Files::exists).findFirst().orElseThrow();
		try {
			return Files.readString(file);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Test
	void everyOptionIsDescribed() {
		List<String> missing = new ArrayList<>();
		for (String command : List.of("certificate list", "certificate inspect", "certificate generate", "certificate import",
				"certificate export", "plan", "connect", "verify", "renew", "undo", "handover", "connections list",
				"connections rename", "connections remove", "connections export", "connections import", "connections calendar")) {
			Console console = new Console();
			console.run((command + " --help").split(" "));
			OPTION.matcher(console.out()).results().map(found -> found.group())
					.filter(option -> !Pattern.compile(option + "[^a-z-]").matcher(text).find()).forEach(option -> missing.add(command + ' ' + option));
			if (!text.contains("| `" + command)) {
				missing.add(command);
			}
		}
		assertEquals(List.of(), missing);
	}

	@Test
	void everyExitCodeIsDescribedHereAndInTheHelp() {
		Console console = new Console();
		console.run("verify", "--help");
		List<FleetState> missing = Stream.of(FleetState.values()).filter(state -> {
			String reason = state == FleetState.CONNECTED ? "null" : '`' + state.name() + '`';
			boolean helped = Pattern.compile("(?m)^ +" + state.exitCode() + " +\\w").matcher(console.out()).find();
			return !helped || !text.contains("| " + state.exitCode() + " | " + reason + " | ");
		}).toList();
		assertEquals(List.of(), missing, console::out);
	}

	@Test
	void everyReasonIsDescribed() throws Exception {
		List<String> missing = new ArrayList<>();
		for (Field field : Refusal.class.getDeclaredFields()) {
			if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class && !text.contains("`" + field.get(null) + "`")) {
				missing.add(field.getName());
			}
		}
		assertEquals(List.of(), missing);
	}
}
