package dev.latchkey.registration.graph.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import dev.latchkey.registration.HandOver;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationException;

class PlanDocumentWriterTest {

	@TempDir
	private static Path keys;
	private static Plans plain;

	@TempDir
	private Path folder;
	private final PlanDocumentWriter documents = new PlanDocumentWriter();

	@BeforeAll
	static void make() throws Exception {
		plain = Plans.of("Contoso", keys);
	}

	/** What would do harm where it is not quoted: to shells, PowerShell, HTML, terminals and to the commands themselves. */
	static List<String> strangeTexts() {
		return List.of("'; touch OWNED; '", "$(touch OWNED)", "`touch OWNED`", "\"; touch OWNED; \"", "a\ntouch OWNED\n", "a\r\ntouch OWNED",
				"\u2019; New-Item OWNED; \u2018", "\u201d; New-Item OWNED; \u201c", "'); New-Item OWNED; ('", "<script>alert('x')</script>",
				"\"><img src=x onerror=alert(1)>", "&lt;", "a\u001b[2Jb", "#TASKS#", "$1 \\1", "\\", "{{token}}", "\u00e9\u4e2d\ud83d\ude00", "\ud800",
				"x' }, { y", "\u0000", "*/ <!-- -->", "%0a", "-n", "!event", "{0}", "it''s");
	}

	private Map<String, byte[]> packet(HandOver content) throws Exception {
		Path target = folder.resolve("packet");
		documents.handOver(content, target);
		Map<String, byte[]> files = new HashMap<>();
		try (Stream<Path> paths = Files.walk(target)) {
			for (Path file : paths.filter(Files::isRegularFile).toList()) {
				files.put(target.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
			}
		}
		return files;
	}

	@Test
	void thePlanSaysForProgramsWhatItSays() {
		JsonObject json = JsonParser.parseString(documents.json(plain.plan())).getAsJsonObject();
		assertEquals(List.of("organization", "services", "account", "certificate", "profile", "application", "policy", "changesAnything",
				"continues", "items"), List.copyOf(json.keySet()));
		assertEquals("[\"EXCHANGE\",\"SHAREPOINT\"]", json.get("services").toString());
		List<JsonObject> items = json.getAsJsonArray("items").asList().stream().map(JsonElement::getAsJsonObject).toList();
		assertEquals(List.of("certificate TO_DO", "removal OFFERED", "servicePrincipal TO_DO", "declaration TO_DO", "grant DONE", "grant TO_DO",
				"grant NOT_POSSIBLE", "directoryRole NOT_ALLOWED"),
				items.stream().map(item -> item.get("kind").getAsString() + ' ' + item.get("status").getAsString()).toList());
		assertEquals("{\"a\":[1]}", items.get(0).getAsJsonArray("requests").get(0).getAsJsonObject().get("body").toString());
		assertEquals("ROLE_REQUIRED", items.get(7).getAsJsonObject("obstacle").get("reason").getAsString());
		assertEquals("PT4320H", json.getAsJsonObject("policy").get("longestLifetime").getAsString());
	}

	@Test
	void thePlanSaysForPeopleWhoCanDoWhat() {
		String text = documents.text(plain.plan());
		assertTrue(text.contains("\nTo do\n  Certificate Contoso\n"), text);
		assertTrue(text.contains("    Role that can do it: Application Administrator\n"), text);
		assertTrue(text.contains("\nPermissions that nobody here asks for; they stay\n"), text);
		assertTrue(text.lines().allMatch(line -> line.length() <= 100 || !line.strip().contains(" ")), text);
		assertFalse(text.contains("{"), text);
	}

	@ParameterizedTest
	@MethodSource("strangeTexts")
	void whatStrangersNamedThingsStaysText(String strange) throws Exception {
		Plans plans = new Plans(strange, plain.certificate(), plain.cloud());
		assertTrue(documents.text(plans.plan()).codePoints().noneMatch(each -> Character.isISOControl(each) && each != '\n'));
		assertEquals(strange.replace('\ud800', '?'), JsonParser.parseString(documents.json(plans.plan())).getAsJsonObject()
				.getAsJsonObject("profile").get("name").getAsString().replace('\ud800', '?'));
		for (HandOver content : List.of(plans.unseen(), plans.planned())) {
			Map<String, byte[]> files = Packet.of(content).files();
			String html = text(files, "README.html");
			assertFalse(html.contains("<script") || html.contains("<img") || html.contains("<!--"), html);
			assertTrue(html.startsWith("<!DOCTYPE html>\n<html lang=\"en\">\n<head>"), html);
			String powerShell = text(files, "commands/powershell.ps1");
			assertTrue(powerShell.chars().allMatch(each -> each == '\r' || each == '\n' || each == '\t' || each >= ' ' && each <= '~'));
			assertSame(strange, text(files, "commands/azure-cli.sh"));
		}
	}

	/** Runs the script's own lines with every command replaced by one that prints what it is given. */
	private void assertSame(String strange, String script) throws Exception {
		String tasks = script.lines().filter(line -> line.startsWith("task ")).reduce("", (all, line) -> all + line + '\n');
		Path file = Files.writeString(folder.resolve("tasks.sh"), "task() { printf '%s\\0' \"$@\"; printf 'END\\0'; }\n" + tasks);
		Process bash = new ProcessBuilder("bash", "--norc", file.toString()).directory(folder.toFile()).redirectErrorStream(true).start();
		List<String> words = List.of(new String(bash.getInputStream().readAllBytes(), "UTF-8").split("\0", -1));
		assertEquals(0, bash.waitFor(), () -> words + script);
		assertEquals(tasks.lines().count(), words.stream().filter("END"::equals).count(), words::toString);
		assertTrue(words.contains(Harmless.of(strange)), words::toString);
		assertFalse(Files.exists(folder.resolve("OWNED")));
		Path whole = Files.writeString(folder.resolve("whole.sh"), script);
		assertEquals(0, new ProcessBuilder("bash", "-n", whole.toString()).inheritIO().start().waitFor(), script);
	}

	private static String text(Map<String, byte[]> files, String name) throws Exception {
		return new String(files.get(name), "UTF-8");
	}

	@Test
	void onlyWhatIsLeftIsAskedFor() throws Exception {
		String all = text(Packet.of(plain.unseen()).files(), "commands/azure-cli.sh");
		assertEquals(1 + 4 + 3 + 3 + 2, all.lines().filter(line -> line.startsWith("task ")).count(), all);
		String planned = text(Packet.of(plain.planned()).files(), "commands/azure-cli.sh");
		assertFalse(planned.contains("grant '00000003-0000-0000-c000-000000000000'"), planned);
		String done = text(Packet.of(plain.done(7)).files(), "commands/azure-cli.sh");
		assertEquals(List.of("task 'Directory role Contoso' 'Contoso' assign_role 'Contoso'"),
				done.lines().filter(line -> line.startsWith("task ")).toList());
		Map<String, byte[]> nothing = Packet.of(plain.done(8)).files();
		assertFalse(nothing.keySet().stream().anyMatch(name -> name.startsWith("commands/")), nothing::toString);
		assertTrue(text(nothing, "README.txt").contains("Nothing is left to be done."));
	}

	@Test
	void nothingRemovesAnything() throws Exception {
		for (HandOver content : List.of(plain.unseen(), plain.planned())) {
			for (Map.Entry<String, byte[]> each : Packet.of(content).files().entrySet()) {
				String text = new String(each.getValue(), "UTF-8");
				assertFalse(each.getKey().startsWith("commands/") && text.matches("(?is).*\\bdelete\\b.*"), each.getKey());
			}
		}
	}

	@Test
	void everyCloudHasItsOwnNames() throws Exception {
		Map<String, List<String>> expected = Map.of("global", List.of("--name AzureCloud", "'Global'"), "us-gov-l4",
				List.of("--name AzureUSGovernment", "'USGov'"), "us-gov-l5", List.of("--name AzureUSGovernment", "'USGovDoD'"), "china",
				List.of("--name AzureChinaCloud", "'China'"));
		for (var cloud : dev.latchkey.registration.MicrosoftClouds.ALL) {
			if (expected.containsKey(cloud.id())) {
				var files = Packet.of(new Plans("Contoso", plain.certificate(), cloud).planned()).files();
				assertTrue(text(files, "commands/azure-cli.sh").contains(expected.get(cloud.id()).get(0)), cloud.id());
				assertTrue(text(files, "commands/powershell.ps1").contains(expected.get(cloud.id()).get(1)), cloud.id());
				assertTrue(text(files, "README.txt").contains(cloud.portal().toString()), cloud.id());
			}
		}
	}

	@Test
	void aFolderIsWrittenWhole() throws Exception {
		Map<String, byte[]> files = packet(plain.planned());
		assertEquals(Packet.of(plain.planned()).files().keySet(), files.keySet());
		assertTrue(Files.isExecutable(folder.resolve("packet/commands/azure-cli.sh")));
		assertFalse(Files.isExecutable(folder.resolve("packet/README.txt")));
	}

	@Test
	void aZipKeepsTheProgramAProgram() throws Exception {
		Path zip = folder.resolve("packet.ZIP");
		documents.handOver(plain.planned(), zip);
		documents.handOver(plain.planned(), zip);
		try (ZipFile file = new ZipFile(zip.toFile())) {
			assertEquals(9, file.stream().filter(entry -> !entry.isDirectory()).count());
		}
		try (var system = java.nio.file.FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", "true"))) {
			assertTrue(Files.getPosixFilePermissions(system.getPath("/commands/azure-cli.sh"))
					.contains(java.nio.file.attribute.PosixFilePermission.OWNER_EXECUTE));
		}
		assertEquals(List.of("packet.ZIP"), names());
	}

	@Test
	void whatCannotBeWrittenLeavesNothing() throws Exception {
		Path full = Files.createDirectory(folder.resolve("full"));
		Files.writeString(full.resolve("mine"), "mine");
		Path file = Files.writeString(folder.resolve("file"), "mine");
		for (Path target : List.of(full, file, folder.resolve("missing/packet"), folder.resolve("missing/packet.zip"))) {
			RegistrationException refused = assertThrows(RegistrationException.class, () -> documents.handOver(plain.planned(), target));
			assertEquals(Reason.FILE_UNWRITABLE, refused.reason());
		}
		assertEquals(List.of("file", "full"), names());
		assertEquals("mine", Files.readString(file));
		Path empty = Files.createDirectory(folder.resolve("empty"));
		documents.handOver(plain.planned(), empty);
		assertTrue(Files.exists(empty.resolve("README.html")));
	}

	private List<String> names() throws Exception {
		try (Stream<Path> paths = Files.list(folder)) {
			return paths.map(path -> path.getFileName().toString()).filter(name -> !name.endsWith(".p12")).sorted().toList();
		}
	}

	@Test
	void noSecretIsInIt() throws Exception {
		byte[] pfx = Files.readAllBytes(keys.resolve("Backup.p12"));
		var store = java.security.KeyStore.getInstance("PKCS12");
		try (var stream = Files.newInputStream(keys.resolve("Backup.p12"))) {
			store.load(stream, "for tests only".toCharArray());
		}
		var key = (java.security.interfaces.RSAPrivateCrtKey) store.getKey("test", "for tests only".toCharArray());
		List<byte[]> secrets = List.of(key.getPrivateExponent().toByteArray(), key.getPrimeP().toByteArray(), key.getEncoded(), pfx);
		for (HandOver content : List.of(plain.unseen(), plain.planned(), plain.done(2))) {
			for (Map.Entry<String, byte[]> each : Packet.of(content).files().entrySet()) {
				String bytes = new String(each.getValue(), "ISO-8859-1");
				for (byte[] secret : secrets) {
					assertFalse(bytes.contains(new String(secret, 8, 32, "ISO-8859-1")), each.getKey());
					assertFalse(bytes.contains(java.util.Base64.getEncoder().encodeToString(secret).substring(12, 60)), each.getKey());
				}
				assertFalse(bytes.contains("PRIVATE KEY") || bytes.matches("(?s).*eyJ[A-Za-z0-9_-]{20}.*"), each.getKey());
			}
		}
		assertTrue(Optional.of(text(Packet.of(plain.unseen()).files(), "certificate.pem")).get().startsWith("-----BEGIN CERTIFICATE-----\n"));
	}
}
