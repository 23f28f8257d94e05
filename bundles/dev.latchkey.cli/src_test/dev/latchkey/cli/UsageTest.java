package dev.latchkey.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** What the command line says before it works with anything. */
class UsageTest {

	private static final String APPLICATION = "26b0eb55-8145-4eb8-b4a0-577b452cb3aa";
	private static final String CERTIFICATE = "keystore:" + "0".repeat(64);
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
				List.of("certificate", "export", SHA_1, "--out", "x.cer", "--password-stdin"), List.of("connections"),
				List.of("connections", "remove"), List.of("undo", "not-an-id"), List.of("undo", "--device-code", "--browser"),
				wanted("plan", "--device-code", "--browser"), wanted("plan", "--pfx", "x.pfx"), wanted("plan", "--password-stdin"),
				wanted("plan", "--resume", "x"), wanted("connect", "--no-grant", "--dry-run"), wanted("connect", "--no-grant", "--browser"),
				wanted("verify", "--connection", "Contoso"),
				wanted("verify", "--time-limit", "PT1M"), wanted("verify", "--at-once", "2"), List.of("verify", "--connection", "x", "--time-limit", "PT1M"),
				List.of("verify", "--all", "--time-limit", "1m"), List.of("verify", "--all", "--time-limit", "PT0S"),
				List.of("verify", "--all", "--at-once", "0"), List.of("renew", "--connection", "x", "--certificate", "keystore:AB"),
				List.of("verify", "--all", "--time-limit", "PT9999999H"), List.of("renew", "--expiring-within", "P999999999Y"),
				List.of("renew", "--expiring-within", "PT48H"), List.of("renew", "--expiring-within", "P-1D"),
				List.of("renew", "--all", "--remove-retired", "--grace", "7D"),
				List.of("renew", "--all", "--remove-retired", "--grace", "P2147483647D"),
				wanted("handover"), wanted("handover", "--out", "folder", "--force"),
				List.of("plan"), List.of("connect"), List.of("verify"), List.of("handover", "--out", "x.zip"),
				List.of("plan", "--services", "mail", "--account", "a@b.example", "--application", APPLICATION, "--certificate", CERTIFICATE),
				List.of("plan", "--services", "teams", "--account", "a@b.example", "--application", APPLICATION, "--certificate", CERTIFICATE),
				List.of("plan", "--services", "exchange", "--account", "a", "--application", APPLICATION, "--certificate", CERTIFICATE),
				List.of("plan", "--services", "exchange", "--account", "a@b.example", "--application", "b.example", "--certificate", CERTIFICATE),
				List.of("plan", "--services", "exchange", "--account", "a@b.example", "--application", APPLICATION, "--certificate", SHA_1),
				List.of("plan", "--services", "exchange", "--domain", "x y", "--application", APPLICATION, "--certificate", CERTIFICATE));
	}

	/** A command with all that it needs, and with more. */
	static List<String> wanted(String command, String... more) {
		List<String> arguments = new ArrayList<>(List.of(command, "--services", "exchange,sharepoint", "--account", "a@b.example", "--application",
				APPLICATION, "--certificate", CERTIFICATE));
		arguments.addAll(List.of(more));
		return arguments;
	}

	static List<List<String>> commandsOfConnections() {
		return List.of(wanted("plan"), wanted("connect", "--yes"), wanted("connect", "--no-grant"), wanted("connect", "--dry-run"),
				wanted("verify"), wanted("handover", "--out", "x.zip"), List.of("verify", "--connection", "Contoso"), List.of("undo", "--yes"),
				List.of("connections", "list"), List.of("connections", "remove", "Contoso", "--yes"));
	}

	@ParameterizedTest
	@MethodSource("commandsOfConnections")
	void aPartThatIsMissingIsARefusal(List<String> arguments) {
		Console other = new Console();
		assertEquals(1, other.run(Stream.concat(arguments.stream(), Stream.of("--json")).toArray(String[]::new)));
		assertEquals("SERVICE_MISSING", JsonParser.parseString(other.out()).getAsJsonObject().get("reason").getAsString());
		assertEquals(List.of(), other.logged);
	}

	/** Before anything is asked of anybody: no service is looked for. */
	@ParameterizedTest
	@ValueSource(strings = { "connect", "undo" })
	void whatChangesAnOrganizationNeedsAnAgreement(String command) {
		List<String> arguments = new ArrayList<>(command.equals("connect") ? wanted(command) : List.of(command));
		arguments.add("--json");
		assertEquals(1, console.run(arguments.toArray(String[]::new)));
		assertEquals("CONFIRMATION_REQUIRED", JsonParser.parseString(console.out()).getAsJsonObject().get("reason").getAsString());
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
		String[] all = Stream.concat(arguments.stream(), Stream.of("--json")).toArray(String[]::new);
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
			"certificate export", "plan", "connect", "verify", "undo", "handover", "connections", "connections list", "connections remove" })
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
		for (String command : List.of("certificate list", "certificate inspect", "certificate generate", "certificate import",
				"certificate export", "plan", "connect", "verify", "undo", "handover", "connections list", "connections remove")) {
			Console other = new Console();
			other.run((command + " --help").split(" "));
			List<String> lines = other.out().lines().toList();
			List<String> bare = IntStream.range(0, lines.size()).filter(i -> lines.get(i).matches(" +(-\\w, )?--[a-z-]+(=\\S+)?\\s*"))
					.filter(i -> i + 1 == lines.size() || !lines.get(i + 1).matches(" {20,}\\S.*")).mapToObj(lines::get).toList();
			assertEquals(List.of(), bare, command);
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
