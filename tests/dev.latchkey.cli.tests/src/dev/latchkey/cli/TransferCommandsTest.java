package dev.latchkey.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;

/** Connections leave in a file and come back. */
class TransferCommandsTest extends FleetTest {

	private static final String NOBODYS = "0123456789ABCDEF".repeat(4);

	@TempDir
	private Path folder;
	private Path file;

	@BeforeEach
	void export() {
		file = folder.resolve("connections.json");
		Session exported = Session.of("connections", "export", file, "--json");
		assertEquals(0, exported.exit(), exported::err);
		assertEquals(file.toString(), exported.json().get("file").getAsString());
		assertEquals(1, exported.json().get("count").getAsInt());
	}

	private static JsonObject only(Session session) {
		return session.json().getAsJsonArray("connections").get(0).getAsJsonObject();
	}

	@Test
	void aFileIsNotReplacedUnasked() {
		assertEquals("NO_SUCH_CONNECTION",
				Session.of("connections", "export", folder.resolve("none"), "--connection", "fabrikam", "--json").reason());
		assertFalse(Files.exists(folder.resolve("none")));
		Session again = Session.of("connections", "export", file, "--json");
		assertEquals(1, again.exit());
		assertEquals("FILE_EXISTS", again.reason());
		Session named = Session.of("connections", "export", file, "--connection", "contoso", "--connection", "contoso.example",
				"--force", "--json");
		assertEquals(1, named.json().get("count").getAsInt());
	}

	@Test
	void whatIsHereAlreadyIsReplacedOnlyWithAnAgreement() {
		Session nobody = Session.of("connections", "import", file, "--json");
		assertEquals(1, nobody.exit());
		assertEquals("CONFIRMATION_REQUIRED", nobody.reason());
		assertEquals("DECLINED", Session.typing(new String[] { "n" }, "connections", "import", file, "--json").reason());
		assertEquals("CONNECTED", only(Session.of("connections", "list", "--json")).get("state").getAsString());

		Session agreed = Session.typing(new String[] { "y" }, "connections", "import", file, "--json");
		assertEquals(0, agreed.exit(), agreed::err);
		assertTrue(agreed.err().contains("  Contoso"), agreed::err);
		assertTrue(only(agreed).get("replaced").getAsBoolean());
		assertTrue(only(agreed).get("certificateFound").getAsBoolean());
		assertEquals("NOT_VERIFIED", only(agreed).get("state").getAsString());
		assertEquals(0, all().exit());
	}

	@Test
	void whichCertificatesAreMissingIsSaid() throws Exception {
		String certificate = only(Session.of("connections", "list", "--json")).get("certificate").getAsString();
		Files.writeString(file, Files.readString(file).replace(certificate, "keystore:" + NOBODYS));
		assertEquals(0, Session.of("connections", "remove", "contoso", "--yes").exit());
		Session arrived = Session.of("connections", "import", file);
		assertEquals(0, arrived.exit(), arrived::err);
		assertTrue(arrived.out().contains("Contoso: no store of this computer has the certificate " + NOBODYS), arrived::out);
		Session verified = all();
		assertEquals(14, verified.exit(), verified::out);
		assertEquals("CERTIFICATE_MISSING", only(verified).getAsJsonObject("problem").get("reason").getAsString());
	}

	@Test
	void anythingElseIsRefused() throws Exception {
		Files.writeString(file, "{}");
		Session refused = Session.of("connections", "import", file, "--yes", "--json");
		assertEquals(1, refused.exit());
		assertEquals("INVALID", refused.reason());
		assertEquals("NOT_READABLE", Session.of("connections", "import", folder.resolve("none"), "--json").reason());
		assertEquals("CONNECTED", only(Session.of("connections", "list", "--json")).get("state").getAsString());
	}
}
