package dev.latchkey.certificate.bc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.KeyFileRequest;
import dev.latchkey.certificate.KeyFileWriter;
import dev.latchkey.certificate.KeyFileWriter.CertificateStyle;
import dev.latchkey.certificate.KeyFileWriter.Existing;
import dev.latchkey.certificate.KeyFileWriter.PfxStyle;
import dev.latchkey.certificate.KeyMaterial;

class PfxFileWriterTest {

	private static final String NAME = "Sicherung für 鍵🔑";

	@TempDir
	static Path shared;
	private static KeyMaterial material;

	@TempDir
	Path folder;
	private final KeyFileWriter writer = new PfxFileWriter();

	@BeforeAll
	static void makeKeys() throws Exception {
		material = Keys.named(Keys.withIssuer(shared), NAME);
	}

	private Path file() {
		return folder.resolve("key.pfx");
	}

	private void write(String password, PfxStyle style) throws CertificateAccessException {
		writer.writeKey(material, file(), password.toCharArray(), style, Existing.KEEP, Cancellation.NEVER);
	}

	private Path passwordFile(String password) throws Exception {
		return Files.writeString(folder.resolve("password"), password + "\n", StandardCharsets.UTF_8);
	}

	@ParameterizedTest
	@CsvSource({ "MODERN,x", "MODERN,pässwörd €鍵🔑", "OLD_WINDOWS,x", "OLD_WINDOWS,pässwörd €鍵" })
	void opensItsOwnFiles(PfxStyle style, String password) throws Exception {
		write(password, style);
		KeyMaterial read = new BouncyCastleKeyFileReader()
				.read(KeyFileRequest.of(file(), password.toCharArray()), Cancellation.NEVER).onlyKey();
		assertEquals(material.key(), read.key());
		assertEquals(material.certificate(), read.certificate());
		assertEquals(material.issuers(), read.issuers());
		assertEquals(NAME, read.friendlyName());
	}

	@ParameterizedTest
	@CsvSource({ "MODERN,x", "MODERN,pässwörd €鍵", "OLD_WINDOWS,x", "OLD_WINDOWS,pässwörd €鍵" })
	void openSslOpensThem(PfxStyle style, String password) throws Exception {
		write(password, style);
		String legacy = style == PfxStyle.OLD_WINDOWS ? "-legacy" : "-info";
		String text = new Tools(folder).openssl("pkcs12", "-in", "key.pfx", legacy, "-info", "-nodes", "-passin",
				"file:" + passwordFile(password));
		assertTrue(text.contains(style == PfxStyle.MODERN
				? "Shrouded Keybag: PBES2, PBKDF2, AES-256-CBC, Iteration 100000, PRF hmacWithSHA256"
				: "Shrouded Keybag: pbeWithSHA1And3-KeyTripleDES-CBC, Iteration 100000"), text);
		assertTrue(text.contains(style == PfxStyle.MODERN ? "MAC: sha256" : "MAC: sha1"), text);
		assertTrue(text.contains("-----BEGIN PRIVATE KEY-----"), text);
		assertEquals(2, text.split("-----BEGIN CERTIFICATE-----").length - 1, text);
		assertEquals(2, text.split("localKeyID: ").length - 1, text);
	}

	@ParameterizedTest
	@EnumSource(PfxStyle.class)
	void gnuTlsOpensThem(PfxStyle style) throws Exception {
		write("pässwörd €", style);
		Tools tools = new Tools(folder);
		String text = tools.run("certtool", "--p12-info", "--inder", "--infile", "key.pfx", "--password", "pässwörd €");
		assertEquals(2, text.split("-----BEGIN CERTIFICATE-----").length - 1, text);
		Files.writeString(folder.resolve("key.pem"), text.substring(text.indexOf("-----BEGIN ENCRYPTED PRIVATE KEY-----")));
		String key = tools.run("certtool", "--key-info", "--infile", "key.pem", "--password", "pässwörd €");
		assertTrue(key.contains("-----BEGIN RSA PRIVATE KEY-----"), key);
	}

	@ParameterizedTest
	@EnumSource(PfxStyle.class)
	void nssOpensThem(PfxStyle style) throws Exception {
		write("pässwörd €", style);
		Tools tools = new Tools(folder);
		tools.run("certutil", "-N", "-d", "sql:" + Files.createDirectory(folder.resolve("nss")), "--empty-password");
		String text = tools.run("pk12util", "-i", "key.pfx", "-d", "sql:nss", "-w", passwordFile("pässwörd €").toString());
		assertTrue(text.contains("PKCS12 IMPORT SUCCESSFUL"), text);
	}

	@ParameterizedTest
	@EnumSource(PfxStyle.class)
	void javaOpensThem(PfxStyle style) throws Exception {
		write("changeit", style);
		KeyStore store = KeyStore.getInstance("PKCS12", "SUN");
		try (InputStream stream = Files.newInputStream(file())) {
			store.load(stream, "changeit".toCharArray());
		}
		String alias = store.aliases().nextElement();
		assertEquals(NAME.toLowerCase(Locale.ROOT), alias);
		assertEquals(material.key(), store.getKey(alias, "changeit".toCharArray()));
		assertEquals(2, store.getCertificateChain(alias).length);
		String text = new Tools(folder).run(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-list",
				"-keystore", "key.pfx", "-storepass", "changeit");
		assertTrue(text.contains("PrivateKeyEntry"), text);
	}

	@Test
	void writesCertificates() throws Exception {
		Path der = folder.resolve("a.cer");
		Path pem = folder.resolve("a.pem");
		writer.writeCertificate(material.certificate(), der, CertificateStyle.DER, Existing.KEEP);
		writer.writeCertificate(material.certificate(), pem, CertificateStyle.PEM, Existing.KEEP);
		assertArrayEquals(material.certificate().getEncoded(), Files.readAllBytes(der));
		assertEquals(material.certificate(), CertificateFactory.getInstance("X.509")
				.generateCertificate(new ByteArrayInputStream(Files.readAllBytes(pem))));
		for (String line : Files.readAllLines(pem)) {
			assertTrue(line.length() <= 64, line);
		}
		String text = new Tools(folder).openssl("x509", "-in", "a.pem", "-noout", "-subject");
		assertTrue(text.contains("leaf"), text);
	}

	@Test
	void onlyItsOwnerReadsAKey() throws Exception {
		write("x", PfxStyle.MODERN);
		assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
		assertEquals(Set.of("key.pfx"), left());
	}

	@Test
	void keepsWhatIsThereUnlessToldOtherwise() throws Exception {
		Path file = Files.writeString(file(), "mine");
		CertificateAccessException thrown = assertReason(Reason.FILE_EXISTS, () -> write("x", PfxStyle.MODERN));
		assertEquals(List.of(file.toString()), thrown.arguments());
		assertReason(Reason.FILE_EXISTS,
				() -> writer.writeCertificate(material.certificate(), file, CertificateStyle.DER, Existing.KEEP));
		assertEquals("mine", Files.readString(file));
		writer.writeCertificate(material.certificate(), file, CertificateStyle.DER, Existing.REPLACE);
		assertArrayEquals(material.certificate().getEncoded(), Files.readAllBytes(file));
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
		writer.writeKey(material, file, new char[] { 'x' }, PfxStyle.MODERN, Existing.REPLACE, Cancellation.NEVER);
		assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
		assertEquals(Set.of("key.pfx"), left());
	}

	@Test
	void aFileThatAppearsMeanwhileIsKept() throws Exception {
		// the moment after the last look
		AtomicInteger looks = new AtomicInteger();
		Cancellation intruder = () -> {
			if (looks.incrementAndGet() > 1 && !Files.exists(file())) {
				assertFalse(Thread.currentThread().isDaemon());
				try {
					Files.writeString(file(), "theirs");
				} catch (java.io.IOException e) {
					throw new java.io.UncheckedIOException(e);
				}
			}
			return false;
		};
		assertReason(Reason.FILE_EXISTS,
				() -> writer.writeKey(material, file(), new char[] { 'x' }, PfxStyle.MODERN, Existing.KEEP, intruder));
		assertEquals("theirs", Files.readString(file()));
		assertEquals(Set.of("key.pfx"), left());
	}

	/** An archive knows neither links nor owners, just as a memory stick. */
	@Test
	void writesToPlacesWithoutLinksAndOwners() throws Exception {
		try (FileSystem archive = FileSystems.newFileSystem(folder.resolve("stick.zip"), Map.of("create", "true"))) {
			Path file = archive.getPath("/key.pfx");
			writer.writeKey(material, file, new char[] { 'x' }, PfxStyle.MODERN, Existing.KEEP, Cancellation.NEVER);
			byte[] written = Files.readAllBytes(file);
			assertTrue(written.length > 1000);
			assertReason(Reason.FILE_EXISTS,
					() -> writer.writeCertificate(material.certificate(), file, CertificateStyle.DER, Existing.KEEP));
			assertArrayEquals(written, Files.readAllBytes(file));
			try (Stream<Path> files = Files.list(archive.getPath("/"))) {
				assertEquals(List.of(file), files.toList());
			}
		}
	}

	@Test
	void ofManyAtOnceOneWins() throws Exception {
		ExecutorService pool = Executors.newFixedThreadPool(8);
		try {
			for (int round = 0; round < 20; round++) {
				Path file = folder.resolve("race" + round);
				Callable<Boolean> one = () -> {
					try {
						writer.writeCertificate(material.certificate(), file, CertificateStyle.DER, Existing.KEEP);
						return true;
					} catch (CertificateAccessException e) {
						assertEquals(Reason.FILE_EXISTS, e.reason());
						return false;
					}
				};
				int winners = 0;
				for (Future<Boolean> each : pool.invokeAll(List.of(one, one, one, one, one, one, one, one))) {
					winners += each.get() ? 1 : 0;
				}
				assertEquals(1, winners);
			}
		} finally {
			pool.shutdownNow();
		}
	}

	@Test
	void tellsAFolderThatCannotBeWritten() throws Exception {
		Path blocked = Files.writeString(folder.resolve("file"), "in the way");
		for (Path file : List.of(blocked.resolve("key.pfx"), folder.resolve("missing/key.pfx"), folder)) {
			for (Existing existing : List.of(Existing.KEEP, Existing.REPLACE)) {
				if (file.equals(folder) && existing == Existing.KEEP) {
					continue;
				}
				var thrown = assertReason(Reason.FILE_NOT_WRITABLE, () -> writer.writeKey(material, file,
						new char[] { 'x' }, PfxStyle.MODERN, existing, Cancellation.NEVER));
				assertEquals(List.of(file.toString()), thrown.arguments());
			}
		}
		assertEquals(Set.of("file"), left());
	}

	@Test
	void keysThatStayInTheirPlaceAreNotWritten() throws Exception {
		KeyMaterial opaque = new KeyMaterial(new OpaqueKey(), material.certificate(), List.of(), "");
		assertReason(Reason.NOT_EXPORTABLE, () -> writer.writeKey(opaque, file(), new char[] { 'x' }, PfxStyle.MODERN,
				Existing.KEEP, Cancellation.NEVER));
		assertEquals(Set.of(), left());
	}

	@Test
	void nothingIsWrittenWithoutAPassword() {
		assertThrows(IllegalArgumentException.class, () -> write("", PfxStyle.MODERN));
	}

	@Test
	void leavesNothingWhenCancelled() throws Exception {
		AtomicInteger looks = new AtomicInteger();
		assertThrows(CancellationException.class, () -> writer.writeKey(material, file(), new char[] { 'x' },
				PfxStyle.MODERN, Existing.KEEP, () -> looks.incrementAndGet() > 1));
		assertEquals(Set.of(), left());
	}

	@Test
	void passPhrasesAreStrongAndEasyToType() {
		Set<String> phrases = new HashSet<>();
		Set<Integer> characters = new HashSet<>();
		for (int i = 0; i < 1000; i++) {
			String phrase = String.valueOf(writer.newPassPhrase());
			assertTrue(phrase.matches("([a-z2-9]{4}-){5}[a-z2-9]{4}"), phrase);
			assertFalse(phrase.matches(".*[oil].*"), phrase);
			phrases.add(phrase);
			phrase.chars().filter(each -> each != '-').forEach(characters::add);
		}
		assertEquals(1000, phrases.size());
		assertTrue(24 * Math.log(characters.size()) / Math.log(2) > 100, "bits");
	}

	private Set<String> left() throws Exception {
		try (Stream<Path> files = Files.list(folder)) {
			return new HashSet<>(files.map(each -> each.getFileName().toString()).toList());
		}
	}

	private static CertificateAccessException assertReason(Reason reason, Executable action) {
		CertificateAccessException thrown = assertThrows(CertificateAccessException.class, action);
		assertEquals(reason, thrown.reason());
		return thrown;
	}
}
