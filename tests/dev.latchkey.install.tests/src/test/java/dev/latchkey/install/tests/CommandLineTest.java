package dev.latchkey.install.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line that p2 installs into a workbench that is not ours, on a machine without a display. */
class CommandLineTest {

	private static final String PASSWORD = "Tr0ub4dor & 3";
	/** The platform's own components, which it starts in every program, are no user interface yet. */
	private static final List<String> USER_INTERFACE = List.of("/org.eclipse.swt", "/org.eclipse.ui_", "/org.eclipse.equinox.security.ui_",
			"/dev.latchkey.ui_", "org.eclipse.ui.internal.WorkbenchPlugin ", "org.eclipse.ui.PlatformUI ");

	@TempDir
	private static Path folder;
	private static Path files;
	private static Latchkey latchkey;
	private static X509Certificate certificate;

	@BeforeAll
	static void install() throws Exception {
		Installation console = Installation.copy(Project.workbench(), folder.resolve("console"));
		console.install(Project.repository(), "dev.latchkey.feature.feature.group");
		files = Files.createDirectory(folder.resolve("a folder"));
		latchkey = new Latchkey(console, files);
		openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "key.pem", "-out", "certificate.pem", "-subj",
				"/O=Contoso/CN=Backup", "-days", "365");
		openssl("pkcs12", "-export", "-inkey", "key.pem", "-in", "certificate.pem", "-out", "backup.pfx", "-passout", "pass:" + PASSWORD,
				"-name", "Contoso Backup");
		try (InputStream in = Files.newInputStream(files.resolve("certificate.pem"))) {
			certificate = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
		}
	}

	private static void openssl(String... arguments) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(Stream.concat(Stream.of("openssl"), Stream.of(arguments)).toList()).directory(files.toFile())
				.redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes());
		assertEquals(0, process.waitFor(), said);
	}

	@AfterAll
	static void nothingThatWasSaidIsSecretOrForSupport() {
		for (String each : latchkey.said()) {
			assertFalse(each.contains(PASSWORD), each);
			assertFalse(each.contains("\tat ") || each.contains("Exception"), each);
		}
	}

	@Test
	void aFileIsInspected() throws Exception {
		Latchkey.Run run = latchkey.run(List.of(), PASSWORD + "\n", "certificate", "inspect", "backup.pfx", "--json", "--password-stdin");
		assertEquals("", run.err());
		assertEquals(0, run.exit());
		assertEquals("""
				{
				  "status": "ok",
				  "reason": null,
				  "detected": "PFX",
				  "entries": [
				    {
				%s
				    }
				  ],
				  "findings": []
				}
				""".formatted(fields()), run.out());
	}

	private static String fields() throws Exception {
		return """
				"sha256": "%s",
				"sha1": "%s",
				"subject": "CN=Backup,O=Contoso",
				"issuer": "CN=Backup,O=Contoso",
				"notBefore": "%s",
				"notAfter": "%s",
				"keyAlgorithm": "RSA",
				"keyBits": 2048,
				"hasPrivateKey": true,
				"friendlyName": "Contoso Backup",
				"chainLength": 1""".formatted(digest("SHA-256"), digest("SHA-1"), certificate.getNotBefore().toInstant(),
				certificate.getNotAfter().toInstant()).indent(6).stripTrailing();
	}

	private static String digest(String algorithm) throws Exception {
		return HexFormat.of().withUpperCase().formatHex(MessageDigest.getInstance(algorithm).digest(certificate.getEncoded()));
	}

	@Test
	void aWrongPasswordIsARefusal() throws Exception {
		Latchkey.Run run = latchkey.run(List.of(), "other\n", "certificate", "inspect", "backup.pfx", "--json", "--password-stdin");
		assertEquals(1, run.exit());
		assertTrue(run.out().startsWith("""
				{
				  "status": "error",
				  "reason": "WRONG_PASSWORD",
				  "message": "This is not the file's password."""), run.out());
		assertTrue(run.out().endsWith("}\n"));
	}

	@Test
	void aPasswordAsAnArgumentIsAMistakeAndNotRepeated() throws Exception {
		Latchkey.Run run = latchkey.run("certificate", "inspect", "backup.pfx", "--password", PASSWORD);
		assertEquals(2, run.exit());
		assertEquals("", run.out());
		assertTrue(run.err().contains("--password-file"), run.err());
	}

	@Test
	void aKeyIsImportedListedAndExported() throws Exception {
		Latchkey.Run imported = latchkey.run(List.of(), PASSWORD, "certificate", "import", "backup.pfx", "--json", "--password-stdin");
		assertEquals("", imported.err());
		assertEquals("""
				{
				  "status": "ok",
				  "reason": null,
				  "entries": [
				    {
				      "provider": "keystore",
				%s
				    }
				  ],
				  "findings": []
				}
				""".formatted(fields()), imported.out());

		Latchkey.Run listed = latchkey.run("certificate", "list", "--provider", "keystore", "--json");
		assertTrue(listed.out().contains("""
				    {
				      "provider": "keystore",
				%s
				    }""".formatted(fields())), listed.out());

		Latchkey.Run exported = latchkey.run(List.of(), PASSWORD, "certificate", "export", digest("SHA-1"), "--out", "exported.pfx",
				"--with-key", "--password-stdin");
		assertEquals(0, exported.exit(), exported.err());
		openssl("pkcs12", "-in", "exported.pfx", "-nodes", "-out", "exported.pem", "-passin", "pass:" + PASSWORD);
	}

	/** Also what the workbench would have in its place: a key store's password that secure storage keeps. */
	@Test
	void noUserInterfaceIsLoaded() throws Exception {
		Path classes = folder.resolve("classes.txt");
		Latchkey.Run run = latchkey.run(List.of("-Xlog:class+load:file=" + classes), "", "certificate", "generate", "--name", "Without display",
				"--key-size", "2048", "--json");
		assertEquals(0, run.exit(), run.err());
		List<String> loaded = Files.readAllLines(classes);
		assertTrue(loaded.stream().anyMatch(line -> line.contains("/dev.latchkey.cli_")), "the record of loaded classes is of no use");
		assertEquals(List.of(), loaded.stream().filter(line -> USER_INTERFACE.stream().anyMatch(line::contains)).toList());
	}

	@Test
	void manyCanRunAtOnce() throws Exception {
		List<CompletableFuture<Latchkey.Run>> runs = IntStream.range(0, 3).mapToObj(index -> CompletableFuture.supplyAsync(() -> {
			try {
				return latchkey.run("certificate", "generate", "--name", "At once " + index, "--key-size", "2048");
			} catch (IOException | InterruptedException e) {
				throw new CompletionException(e);
			}
		})).toList();
		for (CompletableFuture<Latchkey.Run> each : runs) {
			assertEquals(0, each.join().exit(), each.join().err());
		}
		String listed = latchkey.run("certificate", "list").out();
		assertEquals(3, listed.lines().filter(line -> line.startsWith("At once ")).count(), listed);
	}

	/** Names that the platform would take for its own options, were they not marked. */
	@Test
	void markedArgumentsArriveUnharmed() throws Exception {
		Latchkey.Run run = latchkey.run(List.of("-Ddev.latchkey.cli.marked=true"), "", ":certificate", ":list", ":--provider", ":-data",
				":--json");
		assertEquals(1, run.exit());
		assertTrue(run.out().contains("\"reason\": \"NO_SUCH_PROVIDER\""), run.out());
	}

	@Test
	void theWorkingDirectoryStaysClean() throws Exception {
		List<Path> before = Project.find(files, ".*");
		assertEquals(0, latchkey.run("certificate", "list").exit());
		assertEquals(before, Project.find(files, ".*"));
	}
}
