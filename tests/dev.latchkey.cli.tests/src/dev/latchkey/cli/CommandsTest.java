package dev.latchkey.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** The commands on the services and stores of a framework, without processes of their own. */
class CommandsTest {

	private static final String CERTIFICATE = "certificate";
	private static final String PASSWORD = "correct horse";

	@TempDir
	private Path folder;

	@Test
	void aProtectedFileIsAskedForItsPasswordUpToThreeTimes() throws Exception {
		Path file = new OpenSsl(folder).pfx("asked", PASSWORD);
		Session right = Session.typing(new String[] { "wrong", "wrong again", PASSWORD }, CERTIFICATE, "inspect", file, "--json");
		assertEquals(0, right.exit(), right::err);
		assertEquals("Friendly asked", right.entry("friendlyName"));
		Session wrong = Session.typing(new String[] { "a", "b", "c", PASSWORD }, CERTIFICATE, "inspect", file, "--json");
		assertEquals(1, wrong.exit());
		assertEquals("WRONG_PASSWORD", wrong.reason());
	}

	@Test
	void aPasswordThatWasGivenIsNotAskedForAgain() throws Exception {
		Path file = new OpenSsl(folder).pfx("given", PASSWORD);
		assertEquals("WRONG_PASSWORD", Session.piping("other\n", CERTIFICATE, "inspect", file, "--json", "--password-stdin").reason());
		assertEquals("PASSWORD_REQUIRED", Session.of(CERTIFICATE, "inspect", file, "--json").reason());
		assertEquals(0, Session.piping(PASSWORD, CERTIFICATE, "inspect", file, "--json", "--password-stdin").exit());
	}

	@Test
	void aPasswordFileThatOthersCanReadIsWarnedOf() throws Exception {
		Path file = new OpenSsl(folder).pfx("warned", PASSWORD);
		Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\r\nnot this");
		if (!Files.getFileStore(folder).supportsFileAttributeView("posix")) {
			return;
		}
		Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r-----"));
		assertTrue(inspected(file, password).err().startsWith("Warning: "));
		Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
		assertEquals("", inspected(file, password).err());
	}

	private static Session inspected(Path file, Path password) {
		Session session = Session.of(CERTIFICATE, "inspect", file, "--json", "--password-file", password);
		assertEquals(0, session.exit(), session::err);
		return session;
	}

	@Test
	void aFileThatIsNoneIsRefusedInTheShapeOfInspect() throws Exception {
		Path file = Files.writeString(folder.resolve("text.pfx"), "{}");
		Session session = Session.of(CERTIFICATE, "inspect", file, "--json");
		assertEquals(1, session.exit());
		assertEquals(List.of("status", "reason", "message", "detected", "entries", "findings"), List.copyOf(session.json().keySet()));
		assertEquals("NOT_A_PFX", session.reason());
	}

	@Test
	void anImportedKeyIsFoundByWhatEverThumbprint() throws Exception {
		Path file = new OpenSsl(folder).pfx("imported", PASSWORD);
		Session imported = Session.piping(PASSWORD, CERTIFICATE, "import", file, "--json", "--password-stdin");
		assertEquals(0, imported.exit(), imported::err);
		assertEquals("keystore", imported.entry("provider"));
		JsonObject listed = Session.of(CERTIFICATE, "list", "--json", "--provider", "keystore").json();
		assertTrue(listed.getAsJsonArray("entries").contains(imported.json().getAsJsonArray("entries").get(0)), listed::toString);
		Session other = Session.piping(PASSWORD, CERTIFICATE, "import", file, "--json", "--password-stdin", "--thumbprint", "0".repeat(40));
		assertEquals("NO_SUCH_CERTIFICATE", other.reason());
	}

	@Test
	void aProviderThatIsNotThereIsRefused() {
		Session session = Session.of(CERTIFICATE, "list", "--json", "--provider", "nobody");
		assertEquals(1, session.exit());
		assertEquals("NO_SUCH_PROVIDER", session.reason());
	}

	@Test
	void aGeneratedKeyIsAsItWasAskedFor() {
		Session session = Session.of(CERTIFICATE, "generate", "--json", "--name", "Zürich, \"Süd\"", "--key-size", "2048", "--validity", "P1Y1M");
		assertEquals(0, session.exit(), session::err);
		assertEquals("Zürich, \"Süd\"", session.entry("friendlyName"));
		assertEquals("2048", session.entry("keyBits"));
		assertEquals("true", session.entry("hasPrivateKey"));
		assertFalse(session.json().has("file"));
	}

	@Test
	void aKeyGoesIntoAFileOnlyItsOwnerCanReadAndIsNeverOverwritten() throws Exception {
		Path file = folder.resolve("made.pfx");
		Session made = Session.piping(PASSWORD, CERTIFICATE, "generate", "--json", "--name", "made", "--key-size", "2048", "--out", file,
				"--password-stdin");
		assertEquals(0, made.exit(), made::err);
		assertEquals(file.toString(), made.json().get("file").getAsString());
		assertTrue(new OpenSsl(folder).run("pkcs12", "-in", "made.pfx", "-nodes", "-passin", "pass:" + PASSWORD).contains("PRIVATE KEY"));
		if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
			assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
		}
		byte[] content = Files.readAllBytes(file);
		Session again = Session.piping(PASSWORD, CERTIFICATE, "generate", "--json", "--name", "made", "--out", file, "--password-stdin");
		assertEquals("FILE_EXISTS", again.reason());
		assertArrayEquals(content, Files.readAllBytes(file));
		assertEquals(0, Session.piping(PASSWORD, CERTIFICATE, "generate", "--name", "made", "--key-size", "2048", "--out", file,
				"--password-stdin", "--force").exit());
		assertFalse(Arrays.equals(content, Files.readAllBytes(file)));
	}

	@Test
	void aNewPasswordIsTypedTwiceAndOpensTheFile() throws Exception {
		Path file = folder.resolve("typed.pfx");
		Session made = Session.typing(new String[] { PASSWORD, PASSWORD }, CERTIFICATE, "generate", "--name", "typed", "--key-size", "2048",
				"--out", file);
		assertEquals(0, made.exit(), made::err);
		assertEquals(0, Session.piping(PASSWORD, CERTIFICATE, "inspect", file, "--password-stdin").exit());
	}

	@Test
	void aCertificateIsExportedInTheFormThatTheNameAsksFor() throws Exception {
		String sha1 = Session.of(CERTIFICATE, "generate", "--json", "--name", "public", "--key-size", "2048").entry("sha1");
		String copied = sha1.toLowerCase().replaceAll("(..)", "$1 ").strip();
		assertEquals(0, Session.of(CERTIFICATE, "export", copied, "--out", folder.resolve("public.pem")).exit());
		assertEquals(0, Session.of(CERTIFICATE, "export", sha1, "--out", folder.resolve("public.cer")).exit());
		assertTrue(Files.readString(folder.resolve("public.pem")).startsWith("-----BEGIN CERTIFICATE-----"));
		String printed = new OpenSsl(folder).run("x509", "-inform", "DER", "-in", "public.cer", "-noout", "-fingerprint", "-sha1");
		assertEquals(sha1, printed.strip().replaceAll(".*=|:", ""));
	}

	@Test
	void aKeyIsExportedWithItsPasswordOnly() throws Exception {
		String sha256 = Session.of(CERTIFICATE, "generate", "--json", "--name", "private", "--key-size", "2048").entry("sha256");
		Path file = folder.resolve("private.pfx");
		assertEquals("PASSWORD_REQUIRED", Session.of(CERTIFICATE, "export", sha256, "--out", file, "--with-key", "--json").reason());
		assertFalse(Files.exists(file));
		Session exported = Session.piping(PASSWORD, CERTIFICATE, "export", sha256, "--out", file, "--with-key", "--password-stdin", "--json");
		assertEquals(0, exported.exit(), exported::err);
		assertEquals("", exported.err());
		Session inspected = Session.piping(PASSWORD, CERTIFICATE, "inspect", file, "--password-stdin", "--json");
		assertEquals(sha256, inspected.entry("sha256"));
		Session old = Session.piping(PASSWORD, CERTIFICATE, "export", sha256, "--out", file, "--with-key", "--password-stdin", "--old-windows",
				"--force");
		assertEquals(0, old.exit(), old::err);
		assertTrue(old.err().contains("Triple DES"), old::err);
	}

	@Test
	void aCertificateThatNobodyHasIsRefused() {
		Session session = Session.of(CERTIFICATE, "export", "0".repeat(64), "--out", folder.resolve("none.cer"), "--json");
		assertEquals(1, session.exit());
		assertEquals("NO_SUCH_CERTIFICATE", session.reason());
	}

	@Test
	void ofSeveralKeysOneIsChosenByItsThumbprint() throws Exception {
		OpenSsl openSsl = new OpenSsl(folder);
		String both = "";
		for (String name : List.of("first", "second")) {
			both += Files.readString(openSsl.pem(name)) + Files.readString(folder.resolve(name + ".key"));
		}
		Path file = Files.writeString(folder.resolve("both.pem"), both);
		Session inspected = Session.of(CERTIFICATE, "inspect", file, "--json");
		assertEquals(0, inspected.exit(), inspected::err);
		assertEquals("ok", inspected.json().get("status").getAsString());
		assertEquals("SEVERAL_KEYS", inspected.reason());
		assertEquals(2, inspected.json().getAsJsonArray("entries").size());
		assertEquals("SEVERAL_KEYS", Session.of(CERTIFICATE, "import", file, "--json").reason());
		String second = inspected.json().getAsJsonArray("entries").get(1).getAsJsonObject().get("sha1").getAsString();
		Session imported = Session.of(CERTIFICATE, "import", file, "--json", "--thumbprint", second);
		assertEquals(second, imported.entry("sha1"));
	}

	@Test
	void certificateAndKeyCanBeTwoFiles() throws Exception {
		Path file = new OpenSsl(folder).pem("apart");
		assertEquals("NO_PRIVATE_KEY", Session.of(CERTIFICATE, "inspect", file, "--json").reason());
		Session both = Session.of(CERTIFICATE, "inspect", file, "--key", folder.resolve("apart.key"), "--json");
		assertEquals(0, both.exit(), both::err);
		assertEquals("true", both.entry("hasPrivateKey"));
	}

	@Test
	void findingsAreToldWithTheirCertificate() throws Exception {
		OpenSsl openSsl = new OpenSsl(folder);
		openSsl.run("req", "-x509", "-newkey", "rsa:1024", "-nodes", "-keyout", "weak.pem", "-out", "weak.crt", "-subj", "/CN=weak", "-days", "9");
		Files.writeString(folder.resolve("weak.pem"), Files.readString(folder.resolve("weak.crt")), StandardOpenOption.APPEND);
		Session session = Session.of(CERTIFICATE, "inspect", folder.resolve("weak.pem"), "--json");
		List<String> findings = session.json().getAsJsonArray("findings").asList().stream().map(JsonElement::getAsJsonObject)
				.map(each -> each.get("severity").getAsString() + ' ' + each.get("finding").getAsString()).toList();
		assertEquals(List.of("ERROR KEY_TOO_SHORT", "WARNING EXPIRES_SOON"), findings);
		assertEquals(session.entry("sha256"),
				session.json().getAsJsonArray("findings").get(0).getAsJsonObject().get("sha256").getAsString());
		Session human = Session.of(CERTIFICATE, "inspect", folder.resolve("weak.pem"));
		assertTrue(human.out().contains("  ERROR    The RSA key has 1024 bits"), human::out);
	}
}
