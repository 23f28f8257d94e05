package dev.latchkey.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** What the command line says before it works with anything. */
class UsageTest {

	private static final String SHA_1 = "00112233445566778899AABBCCDDEEFF00112233";

	private final Console console = new Console();

	static List<List<String>> mistakes() {
		return List.of(List.of(), List.of("certificate"), List.of("certificat", "list"), List.of("certificate", "ls"),
				List.of("certificate", "list", "more"), List.of("certificate", "list", "--provider"),
				List.of("certificate", "inspect"), List.of("certificate", "generate"),
				List.of("certificate", "generate", "--name", ""), List.of("certificate", "generate", "--name", "a\nb"),
				List.of("certificate", "generate", "--name", "x".repeat(65)),
				List.of("certificate", "generate", "--name", "x", "--name", "y"),
				List.of("certificate", "generate", "--name", "x", "--key-size", "1024"),
				List.of("certificate", "generate", "--name", "x", "--key-size", "many"),
				List.of("certificate", "generate", "--name", "x", "--validity", "12"),
				List.of("certificate", "generate", "--name", "x", "--validity", "P0M"),
				List.of("certificate", "generate", "--name", "x", "--validity", "P25M"),
				List.of("certificate", "generate", "--name", "x", "--validity", "P1M1D"),
				List.of("certificate", "generate", "--name", "x", "--force"),
				List.of("certificate", "generate", "--name", "x", "--password-stdin"),
				List.of("certificate", "generate", "--name", "x", "--out", "x.pem"),
				List.of("certificate", "inspect", "x.pfx", "--password-stdin", "--password-file", "y"),
				List.of("certificate", "import", "x.pfx", "--thumbprint", "AB"), List.of("certificate", "export", SHA_1),
				List.of("certificate", "export", "AB", "--out", "x.cer"),
				List.of("certificate", "export", SHA_1, "--out", "x.cer", "--with-key"),
				List.of("certificate", "export", SHA_1, "--out", "x.cer", "--old-windows"),
				List.of("certificate", "export", SHA_1, "--out", "x.cer", "--password-stdin"));
	}

	@ParameterizedTest
	@MethodSource("mistakes")
	void mistakesAreToldOnStandardErrorOnly(List<String> arguments) {
		assertEquals(2, console.run(arguments.toArray(String[]::new)));
		assertEquals("", console.out());
		assertTrue(console.err().endsWith("--help\n"), console::err);
	}

	@ParameterizedTest
	@MethodSource("mistakes")
	void mistakesAreToldAsOneDocumentToo(List<String> arguments) {
		String[] all = java.util.stream.Stream.concat(arguments.stream(), java.util.stream.Stream.of("--json")).toArray(String[]::new);
		assertEquals(2, console.run(all));
		JsonObject document = JsonParser.parseString(console.out()).getAsJsonObject();
		assertEquals(List.of("status", "reason", "message"), List.copyOf(document.keySet()));
		assertEquals("error", document.get("status").getAsString());
		assertEquals("USAGE", document.get("reason").getAsString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "--password hunter2", "--password=hunter2", "--passwordhunter2", "--pass hunter2", "-p hunter2", "-phunter2",
			"--passphrase hunter2", "x.pfx hunter2", "x.pfx --hunter2", "--password-file x --password-file hunter2",
			"--password-stdin=hunter2" })
	void noArgumentIsRepeated(String arguments) {
		String[] all = ("certificate inspect x.pfx " + arguments).split(" ");
		assertEquals(2, console.run(all));
		assertFalse(console.err().contains("hunter2"), console::err);
		assertEquals("", console.out());
	}

	@Test
	void passwordsAsArgumentsAreExplained() {
		console.run("certificate", "inspect", "x.pfx", "--password", "hunter2");
		assertTrue(console.err().contains("--password-file"), console::err);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "certificate", "certificate list", "certificate inspect", "certificate generate", "certificate import",
			"certificate export" })
	void helpAndVersionAreEverywhere(String command) {
		String[] help = (command + " --help").strip().split(" ");
		assertEquals(0, console.run(help), console::err);
		assertTrue(console.out().startsWith("Usage: " + ("latchkey " + command).strip()), console::out);
		assertFalse(console.out().contains("${"), console::out);
		Console other = new Console();
		assertEquals(0, other.run((command + " --version").strip().split(" ")));
		assertEquals("latchkey 1.2.3\n", other.out());
	}

	/** A description that is missing in help.properties would leave its place empty. */
	@Test
	void everyOptionIsDescribed() {
		for (String command : List.of("list", "inspect", "generate", "import", "export")) {
			Console other = new Console();
			other.run("certificate", command, "--help");
			assertEquals(List.of(), other.out().lines().filter(line -> line.matches(" +(-\\w, )?--[a-z-]+(=\\w+)?\\s*"))
					.toList(), command);
		}
	}

	@Test
	void aNewPasswordIsTypedTwice() {
		Console other = new Console(Optional.of("first"), Optional.of("second"));
		assertEquals(1, other.run("certificate", "generate", "--name", "x", "--out", "new.pfx", "--json"));
		assertEquals("PASSWORDS_DIFFER", JsonParser.parseString(other.out()).getAsJsonObject().get("reason").getAsString());
		assertFalse(other.err().contains("first") || other.err().contains("second"));
	}

	@Test
	void aKeyIsNotWrittenWithoutAPassword() {
		assertEquals(1, console.run("certificate", "generate", "--name", "x", "--out", "new.pfx", "--json"));
		assertEquals("PASSWORD_REQUIRED", JsonParser.parseString(console.out()).getAsJsonObject().get("reason").getAsString());
	}

	@Test
	void anEmptyPasswordIsNone() {
		Console other = new Console("\n");
		assertEquals(1, other.run("certificate", "generate", "--name", "x", "--out", "new.pfx", "--password-stdin", "--json"));
		assertEquals("PASSWORD_REQUIRED", JsonParser.parseString(other.out()).getAsJsonObject().get("reason").getAsString());
	}

	@Test
	void whatFailsUnexpectedlyIsLoggedAndNotShown() {
		Console other = new Console();
		other.services = new Services() {
			@Override
			public <T> T get(Class<T> type) {
				throw new IllegalStateException("an internal matter");
			}
		};
		assertEquals(1, other.run("certificate", "list", "--json"));
		assertEquals("UNEXPECTED", JsonParser.parseString(other.out()).getAsJsonObject().get("reason").getAsString());
		assertFalse((other.out() + other.err()).contains("matter"));
		assertEquals("an internal matter", other.logged.get(0).getMessage());
	}
}
