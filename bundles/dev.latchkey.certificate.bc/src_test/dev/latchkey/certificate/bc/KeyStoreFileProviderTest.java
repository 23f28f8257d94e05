package dev.latchkey.certificate.bc;

import static dev.latchkey.certificate.bc.Signing.assertSigns;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.KeyMaterial;

class KeyStoreFileProviderTest {

	private static KeyMaterial one;
	private static KeyMaterial two;

	@TempDir
	Path temporary;

	@BeforeAll
	static void makeKeys() throws CertificateAccessException {
		one = Keys.fresh("one");
		two = Keys.fresh("two");
	}

	private Path folder() {
		return temporary.resolve("config/latchkey");
	}

	private Path file() {
		return folder().resolve("certificates.p12");
	}

	private KeyStoreFileProvider empty() {
		return new KeyStoreFileProvider(new Places(folder()).place);
	}

	private KeyStoreFileProvider provider() throws Exception {
		KeyStoreFileProvider provider = empty();
		provider.add(one, Cancellation.NEVER);
		provider.add(two, Cancellation.NEVER);
		return provider;
	}

	@Test
	void isEmptyAndLeavesNoTraceAtFirst() throws Exception {
		assertEquals(List.of(), empty().list(Cancellation.NEVER));
		assertFalse(Files.exists(folder()));
	}

	@Test
	void keepsKeysForTheNextStart() throws Exception {
		CertificateEntry added = provider().add(one, Cancellation.NEVER);
		assertSigns(added);
		List<CertificateEntry> entries = empty().list(Cancellation.NEVER);
		assertEquals(2, entries.size());
		assertTrue(entries.contains(added));
		assertEquals(List.of("one", "two"), entries.stream().map(CertificateEntry::friendlyName).sorted().toList());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Backup 2026", "Sicherung für Müller & Söhne", "резерв", "鍵.🔑", "AB:CD", "[a, b]" })
	void keepsFriendlyNames(String name) throws Exception {
		empty().add(Keys.named(one, name), Cancellation.NEVER);
		assertEquals(name, empty().list(Cancellation.NEVER).get(0).friendlyName());
	}

	@Test
	void keepsIssuers() throws Exception {
		KeyMaterial leaf = Keys.withIssuer(temporary);
		empty().add(leaf, Cancellation.NEVER);
		assertEquals(leaf.issuers(), empty().list(Cancellation.NEVER).get(0).issuers());
	}

	@Test
	void replacesTheSameCertificate() throws Exception {
		KeyStoreFileProvider provider = provider();
		provider.add(Keys.named(one, "renamed"), Cancellation.NEVER);
		assertEquals(Set.of("renamed", "two"), names(provider));
	}

	@Test
	void protectsTheKeysByTheRulesOfPkcs12() throws Exception {
		provider();
		char[] password = new SecretFiles(folder()).get("key-store");
		assertEquals(43, password.length);
		Tools tools = new Tools(temporary);
		Files.writeString(tools.file("password"), String.valueOf(password), StandardCharsets.US_ASCII);
		String info = tools.openssl("pkcs12", "-in", file().toString(), "-info", "-nokeys", "-passin", "file:password");
		assertTrue(info.contains("Shrouded Keybag: PBES2, PBKDF2, AES-256-CBC"), info);
		assertTrue(info.contains("MAC: sha256"), info);
	}

	@Test
	void nothingIsReadableByOthersAtAnyMoment() throws Exception {
		Set<String> seen = new TreeSet<>();
		Process writer = StoreWriter.start(temporary.resolve("open/config"), "w", 3, temporary.resolve("said"));
		while (!writer.waitFor(1, TimeUnit.MILLISECONDS)) {
			collectPermissions(temporary.resolve("open"), seen);
		}
		assertEquals(0, writer.waitFor());
		collectPermissions(temporary.resolve("open"), seen);
		assertEquals(Set.of("rwx------ d", "rw------- f"), seen);
	}

	private static void collectPermissions(Path root, Set<String> seen) throws IOException {
		try (Stream<Path> paths = Files.walk(root)) {
			for (Path each : paths.toList()) {
				String kind = Files.isDirectory(each) ? " d" : " f";
				seen.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)) + kind);
			}
		} catch (NoSuchFileException | java.io.UncheckedIOException e) {
			return; // files come and go meanwhile
		}
	}

	@Test
	void severalConsolesLoseNothing() throws Exception {
		Process first = StoreWriter.start(folder(), "first", 6, temporary.resolve("said1"));
		Process second = StoreWriter.start(folder(), "second", 6, temporary.resolve("said2"));
		KeyStoreFileProvider third = empty();
		for (int i = 0; i < 6; i++) {
			third.add(Keys.quick("third" + i), Cancellation.NEVER);
		}
		assertEquals(0, first.waitFor());
		assertEquals(0, second.waitFor());
		Set<String> expected = new HashSet<>();
		for (int i = 0; i < 6; i++) {
			expected.addAll(List.of("first" + i, "second" + i, "third" + i));
		}
		assertEquals(expected, names(third));
		assertEquals(expected, names(empty()));
	}

	@Test
	void setsADamagedFileAside() throws Exception {
		provider();
		byte[] whole = Files.readAllBytes(file());
		byte[] flipped = whole.clone();
		flipped[whole.length / 2] ^= 1;
		for (byte[] damaged : List.of(new byte[0], Arrays.copyOf(whole, whole.length / 2), flipped, new byte[200])) {
			Files.write(file(), damaged);
			KeyStoreFileProvider provider = empty();
			var thrown = assertThrows(CertificateAccessException.class, () -> provider.list(Cancellation.NEVER));
			assertEquals(Reason.STORE_CORRUPT, thrown.reason());
			Path aside = Path.of(thrown.arguments().get(1));
			assertEquals(Arrays.toString(damaged), Arrays.toString(Files.readAllBytes(aside)));
			assertEquals(List.of(), provider.list(Cancellation.NEVER));
			provider.add(one, Cancellation.NEVER);
			assertTrue(Files.exists(aside), "never overwritten");
		}
	}

	@Test
	void tellsADamagedFileBeforeWriting() throws Exception {
		provider();
		Files.write(file(), new byte[] { 1, 2, 3 });
		assertReason(Reason.STORE_CORRUPT, () -> empty().add(one, Cancellation.NEVER));
	}

	@Test
	void leavesTheFileAloneWhenItsPasswordIsLost() throws Exception {
		provider();
		byte[] content = Files.readAllBytes(file());
		char[] password = new SecretFiles(folder()).get("key-store");
		new SecretFiles(folder()).remove("key-store");
		assertReason(Reason.STORE_PASSWORD_LOST, () -> empty().list(Cancellation.NEVER));
		assertReason(Reason.STORE_PASSWORD_LOST, () -> empty().add(one, Cancellation.NEVER));
		assertReason(Reason.STORE_PASSWORD_LOST,
				() -> empty().remove(CertificateReference.of("keystore", one.certificate()), Cancellation.NEVER));
		new SecretFiles(folder()).put("key-store", "another".toCharArray());
		assertReason(Reason.STORE_PASSWORD_LOST, () -> empty().list(Cancellation.NEVER));
		var thrown = assertThrows(CertificateAccessException.class, () -> empty().add(one, Cancellation.NEVER));
		assertTrue(thrown.getLocalizedMessage().contains(file().toString()), "names the file");
		assertEquals(Arrays.toString(content), Arrays.toString(Files.readAllBytes(file())));

		new SecretFiles(folder()).put("key-store", password);
		assertEquals(2, empty().list(Cancellation.NEVER).size(), "nothing is lost once the password is back");
	}

	@Test
	void seesAPasswordThatComesLater() throws Exception {
		provider();
		char[] password = new SecretFiles(folder()).get("key-store");
		new SecretFiles(folder()).remove("key-store");
		KeyStoreFileProvider waiting = empty();
		assertReason(Reason.STORE_PASSWORD_LOST, () -> waiting.list(Cancellation.NEVER));
		new SecretFiles(folder()).put("key-store", password);
		assertEquals(2, waiting.list(Cancellation.NEVER).size());
	}

	@Test
	void startsAnewWhenTheFileWasMovedAway() throws Exception {
		KeyStoreFileProvider provider = provider();
		Files.move(file(), temporary.resolve("away"));
		assertEquals(List.of(), provider.list(Cancellation.NEVER));
		provider.add(one, Cancellation.NEVER);
		assertEquals(1, empty().list(Cancellation.NEVER).size());
		Files.move(temporary.resolve("away"), file(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
		assertEquals(2, provider.list(Cancellation.NEVER).size(), "put back, with the times that it had");
	}

	@Test
	void anEmptyStoreIsNotADamagedOne() throws Exception {
		KeyStoreFileProvider provider = provider();
		for (CertificateEntry entry : provider.list(Cancellation.NEVER)) {
			provider.remove(entry.reference(), Cancellation.NEVER);
		}
		assertEquals(List.of(), empty().list(Cancellation.NEVER));
		KeyStore store = KeyStore.getInstance("PKCS12", "SUN");
		store.load(null, null);
		try (OutputStream stream = Files.newOutputStream(file())) {
			store.store(stream, new SecretFiles(folder()).get("key-store"));
		}
		assertEquals(List.of(), empty().list(Cancellation.NEVER), "Java's own");
		empty().add(one, Cancellation.NEVER);
		assertEquals(Set.of("one"), names(provider));
	}

	@Test
	void readsWhatJavaHasWrittenAndKeepsWhatIsNotOurs() throws Exception {
		provider();
		char[] password = new SecretFiles(folder()).get("key-store");
		KeyStore store = KeyStore.getInstance("PKCS12", "SUN");
		try (InputStream stream = Files.newInputStream(file())) {
			store.load(stream, password);
		}
		KeyMaterial leaf = Keys.withIssuer(temporary);
		store.setKeyEntry("Backup of Contoso", leaf.key(), password,
				new Certificate[] { leaf.certificate(), leaf.issuers().get(0) });
		KeyMaterial trusted = Keys.quick("trusted");
		store.setCertificateEntry("trusted", trusted.certificate());
		try (OutputStream stream = Files.newOutputStream(file())) {
			store.store(stream, password);
		}
		KeyStoreFileProvider provider = empty();
		assertEquals(Set.of("one", "two", "backup of contoso"), names(provider));
		for (CertificateEntry entry : provider.list(Cancellation.NEVER)) {
			assertSigns(entry);
			assertEquals(entry.certificate().equals(leaf.certificate()) ? leaf.issuers() : List.of(), entry.issuers());
		}
		provider.remove(CertificateReference.of("keystore", one.certificate()), Cancellation.NEVER);
		provider.add(one, Cancellation.NEVER);
		try (InputStream stream = Files.newInputStream(file())) {
			store.load(stream, password);
		}
		assertEquals(4, store.size());
		assertNotNull(store.getCertificateAlias(trusted.certificate()));
		assertEquals(2, store.getCertificateChain(store.getCertificateAlias(leaf.certificate())).length);
		assertEquals(one.key(), store.getKey(store.getCertificateAlias(one.certificate()), password));
	}

	@Test
	void waitsForAnotherConsoleOnlySoLong() throws Exception {
		provider();
		var waiting = new KeyStoreFileProvider(new Places(folder(), Duration.ofMillis(200)).place);
		try (FileLock lock = new FileLock(folder().resolve("certificates.lock"), Duration.ZERO, Cancellation.NEVER)) {
			assertReason(Reason.STORE_BUSY, () -> waiting.add(one, Cancellation.NEVER));
			assertEquals(2, waiting.list(Cancellation.NEVER).size(), "reading needs no lock");
			long start = System.nanoTime();
			assertThrows(CancellationException.class,
					() -> empty().add(one, () -> System.nanoTime() - start > 50_000_000));
			assertTrue(System.nanoTime() - start < 1_000_000_000, "cancelled soon");
		}
		waiting.add(one, Cancellation.NEVER);
	}

	@Test
	void tellsAPlaceThatCannotBeWritten() throws Exception {
		Path blocked = Files.writeString(temporary.resolve("file"), "in the way").resolve("latchkey");
		var provider = new KeyStoreFileProvider(new Places(blocked).place);
		var thrown = assertThrows(CertificateAccessException.class, () -> provider.add(one, Cancellation.NEVER));
		assertTrue(Set.of(Reason.STORE_UNAVAILABLE, Reason.STORE_NOT_WRITABLE).contains(thrown.reason()));
		assertTrue(thrown.getLocalizedMessage().contains(provider.name()));
	}

	@Test
	void refusesKeysThatStayWhereTheyAre() {
		assertReason(Reason.KEY_UNUSABLE,
				() -> empty().add(new KeyMaterial(new OpaqueKey(), one.certificate(), List.of(), ""), Cancellation.NEVER));
	}

	@Test
	void changesNothingWhenCancelled() throws Exception {
		KeyStoreFileProvider provider = empty();
		assertThrows(CancellationException.class, () -> provider.add(one, () -> true));
		assertFalse(Files.exists(folder()));
	}

	@Test
	void doesNotOpenAKeyThatWasRemoved() throws Exception {
		KeyStoreFileProvider provider = provider();
		CertificateEntry entry = provider.list(Cancellation.NEVER).get(0);
		empty().remove(entry.reference(), Cancellation.NEVER);
		assertReason(Reason.KEY_UNUSABLE, () -> entry.key().open());
	}

	@Test
	void handsKeysOut() throws Exception {
		KeyMaterial leaf = Keys.named(Keys.withIssuer(temporary), "leaf");
		KeyStoreFileProvider provider = provider();
		CertificateReference reference = provider.add(leaf, Cancellation.NEVER).reference();
		assertEquals(leaf, empty().export(reference, Cancellation.NEVER));
		assertReason(Reason.KEY_UNUSABLE,
				() -> provider.export(CertificateReference.of("other", leaf.certificate()), Cancellation.NEVER));
		provider.remove(reference, Cancellation.NEVER);
		assertReason(Reason.KEY_UNUSABLE, () -> provider.export(reference, Cancellation.NEVER));
	}

	@Test
	void ignoresReferencesOfOthers() throws Exception {
		KeyStoreFileProvider provider = provider();
		provider.remove(CertificateReference.of("other", one.certificate()), Cancellation.NEVER);
		assertEquals(2, provider.list(Cancellation.NEVER).size());
	}

	private static Set<String> names(CertificateProvider provider) throws CertificateAccessException {
		return provider.list(Cancellation.NEVER).stream().map(CertificateEntry::friendlyName)
				.collect(Collectors.toSet());
	}

	private interface Action {
		void run() throws Exception;
	}

	private static void assertReason(Reason reason, Action action) {
		assertEquals(reason, assertThrows(CertificateAccessException.class, action::run).reason());
	}
}
