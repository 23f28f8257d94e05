package dev.latchkey.certificate.jca;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateImporter;
import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.CertificateRemover;
import dev.latchkey.certificate.KeyExporter;
import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.certificate.SignatureAlgorithm;

/** The stores of Windows and macOS, by key stores that behave like them: this runs anywhere. */
class PlatformStoresTest {

	private static final List<Function<SystemStore, Function<StoreType, Optional<StoreLoader>>>> LIKENESSES = List
			.of(Stores::windows, Stores::mac);

	@TempDir
	static Path folder;
	private static Material one;
	private static Material two;
	private static Material upper;

	@BeforeAll
	static void makeKeys() throws Exception {
		one = Material.fresh(folder, "one");
		two = Material.fresh(folder, "two");
		upper = Material.fresh(folder, "Two", "upper");
	}

	@Test
	void thereIsNoneWhereJavaHasNone() {
		assertEquals(List.of(), PlatformStores.providers(type -> Optional.empty()).toList());
		assertEquals(Optional.empty(), StoreLoader.probe("Nobody-Has-This"));
	}

	@Test
	void onlyStoresOfThisSystemAreAskedFor() {
		assertEquals(List.of("Windows-MY", "Windows-MY-LOCALMACHINE"), asked("Windows Server 2022"));
		assertEquals(List.of("KeychainStore"), asked("Mac OS X"));
		assertEquals(List.of(), asked("Linux"));
	}

	private static List<String> asked(String system) {
		List<String> asked = new ArrayList<>();
		assertEquals(0, PlatformStores.providers(PlatformStores.on(system, type -> {
			asked.add(type);
			return Optional.empty();
		})).count());
		return asked;
	}

	@Test
	void probingLoadsWhatThisJavaHas() throws Exception {
		assertEquals(0, StoreLoader.probe("PKCS12").orElseThrow().load().size());
	}

	@Test
	void eachStoreHasItsNameAndRank() {
		SystemStore none = new SystemStore();
		List<CertificateProvider> windows = PlatformStores.providers(Stores.windows(none, none)).toList();
		assertEquals(List.of("windows-user", "windows-machine"), windows.stream().map(CertificateProvider::id).toList());
		assertTrue(windows.get(0) instanceof CertificateImporter);
		assertFalse(windows.get(1) instanceof CertificateImporter);
		CertificateProvider mac = only(Stores.mac(none));
		assertEquals("macos-keychain", mac.id());
		for (CertificateProvider each : List.of(windows.get(0), windows.get(1), mac)) {
			assertTrue(each.rank() > 40, "above the key store file");
			assertFalse(each.name().isBlank());
			assertFalse(each.description().isBlank());
		}
	}

	@Test
	void twoCertificatesOfOneNameAreBothListed() throws Exception {
		CertificateProvider provider = only(Stores.windows(new SystemStore().with("backup", one).with("backup", two)));
		assertEquals(Set.of(one.certificate(), two.certificate()), certificates(provider));
	}

	@Test
	void oneCertificateUnderTwoNamesIsListedOnce() throws Exception {
		CertificateProvider provider = only(Stores.windows(new SystemStore().with("a", one).with("b", one)));
		assertEquals(1, provider.list(Cancellation.NEVER).size());
	}

	@Test
	void keysThatStayInTheStoreSign() throws Exception {
		assertSigns(only(Stores.windows(new SystemStore().with("a", one))));
		assertSigns(only(Stores.mac(new SystemStore().with("a", one))));
	}

	@Test
	void oneBadEntryHidesNoOther() throws Exception {
		SystemStore store = new SystemStore().with("good", one);
		store.items.add(new SystemStore.Item("broken", null, null));
		store.items.add(new SystemStore.Item("no key", null, new Certificate[] { two.certificate() }));
		assertEquals(Set.of(one.certificate()), certificates(only(Stores.windows(store))));
	}

	@Test
	void newKeysNeverReplaceAnotherCertificate() throws Exception {
		for (var probe : LIKENESSES) {
			SystemStore store = new SystemStore().with("backup", one);
			CertificateProvider provider = only(probe.apply(store));
			CertificateEntry added = ((CertificateImporter) provider).add(two.named("BACKUP"), Cancellation.NEVER);
			assertEquals(two.certificate(), added.certificate());
			((CertificateImporter) provider).add(two.named("backup"), Cancellation.NEVER);
			assertEquals(Set.of(one.certificate(), two.certificate()), certificates(provider));
			assertEquals(2, store.items.size(), "the same again stays one");
			assertSigns(provider);
		}
	}

	@Test
	void theSameCertificateAgainIsKept() throws Exception {
		for (var probe : LIKENESSES) {
			SystemStore store = new SystemStore();
			CertificateProvider provider = only(probe.apply(store));
			for (int i = 0; i < 2; i++) {
				((CertificateImporter) provider).add(one.named("backup"), Cancellation.NEVER);
				assertEquals(Set.of(one.certificate()), certificates(provider));
			}
			SystemStore.Item working = store.items.get(0);
			((CertificateImporter) provider).add(one.named("another name"), Cancellation.NEVER);
			assertSame(working, store.items.get(0), "never replaced by itself: it may be kept better than the new one");
		}
	}

	@Test
	void aKeyThatDoesNotWorkIsReplaced() throws Exception {
		for (var probe : LIKENESSES) {
			SystemStore store = new SystemStore();
			store.items.add(new SystemStore.Item("backup", two.key(), new Certificate[] { one.certificate() }));
			CertificateProvider provider = only(probe.apply(store));
			((CertificateImporter) provider).add(one.named("backup"), Cancellation.NEVER);
			assertEquals(1, store.items.size());
			assertSigns(provider);
		}
	}

	@Test
	void namesKeepTheirCase() throws Exception {
		for (var probe : LIKENESSES) {
			CertificateProvider provider = only(probe.apply(new SystemStore().with("one", one).with("Two", upper)));
			assertEquals(Set.of("one", "Two"),
					provider.list(Cancellation.NEVER).stream().map(CertificateEntry::friendlyName).collect(Collectors.toSet()));
		}
	}

	@Test
	void anEntryThatVanishedIsUnusable() throws Exception {
		for (var probe : LIKENESSES) {
			SystemStore store = new SystemStore().with("a", one).with("b", two);
			CertificateProvider provider = only(probe.apply(store));
			CertificateEntry entry = provider.list(Cancellation.NEVER).stream()
					.filter(each -> each.certificate().equals(one.certificate())).findFirst().orElseThrow();
			store.items.remove(0);
			assertReason(Reason.KEY_UNUSABLE, () -> entry.key().open());
		}
	}

	@Test
	void aKeyThatNobodyAllowsToUseIsUnusable() throws Exception {
		SystemStore store = new SystemStore().with("a", one);
		CertificateProvider provider = only(Stores.mac(store));
		store.locked = true;
		CertificateEntry entry = provider.list(Cancellation.NEVER).get(0);
		assertReason(Reason.KEY_UNUSABLE, () -> entry.key().open());
		assertReason(Reason.NOT_EXPORTABLE, () -> ((KeyExporter) provider).export(entry.reference(), Cancellation.NEVER));
	}

	@Test
	void aStoreThatTakesNothingSaysSo() throws Exception {
		for (var probe : LIKENESSES) {
			SystemStore store = new SystemStore();
			store.locked = true;
			CertificateProvider provider = only(probe.apply(store));
			assertReason(Reason.STORE_NOT_WRITABLE,
					() -> ((CertificateImporter) provider).add(one.named("a"), Cancellation.NEVER));
		}
		SystemStore keychain = new SystemStore().with("a", one);
		keychain.locked = true;
		CertificateProvider provider = only(Stores.mac(keychain));
		assertReason(Reason.STORE_NOT_WRITABLE, () -> ((CertificateRemover) provider)
				.remove(CertificateReference.of(provider.id(), one.certificate()), Cancellation.NEVER));
	}

	@Test
	void windowsTakesRsaKeysOnly() throws Exception {
		PrivateKey key = KeyPairGenerator.getInstance("EC").generateKeyPair().getPrivate();
		KeyMaterial material = new KeyMaterial(key, one.certificate(), List.of(), "x");
		CertificateProvider provider = only(Stores.windows(new SystemStore()));
		assertReason(Reason.UNSUPPORTED_ALGORITHM, () -> ((CertificateImporter) provider).add(material, Cancellation.NEVER));
	}

	@Test
	void theKeychainHandsItsKeysOutAndWindowsNever() throws Exception {
		CertificateProvider mac = only(Stores.mac(new SystemStore().with("one", one)));
		KeyMaterial material = ((KeyExporter) mac).export(CertificateReference.of(mac.id(), one.certificate()),
				Cancellation.NEVER);
		assertEquals(one.key(), material.key());
		assertEquals(one.certificate(), material.certificate());
		assertEquals("one", material.friendlyName());
		assertReason(Reason.KEY_UNUSABLE,
				() -> ((KeyExporter) mac).export(CertificateReference.of(mac.id(), two.certificate()), Cancellation.NEVER));
		assertReason(Reason.KEY_UNUSABLE,
				() -> ((KeyExporter) mac).export(CertificateReference.of("other", one.certificate()), Cancellation.NEVER));
		assertFalse(only(Stores.windows(new SystemStore())) instanceof KeyExporter);
	}

	@ParameterizedTest
	@CsvSource({ "5, STORE_ACCESS_DENIED", "2147942405, STORE_ACCESS_DENIED", "2148073488, STORE_ACCESS_DENIED",
			"1062, STORE_UNAVAILABLE", "1722, STORE_UNAVAILABLE", "15, STORE_UNAVAILABLE" })
	void windowsIsUnderstoodByItsNumbers(long error, Reason reason) {
		SystemStore store = new SystemStore();
		store.error = error;
		CertificateProvider provider = only(Stores.windows(store));
		assertReason(reason, () -> provider.list(Cancellation.NEVER));
	}

	@Test
	void aNewKeyHasItsName() throws Exception {
		CertificateProvider provider = only(Stores.windows(new SystemStore()));
		CertificateImporter importer = (CertificateImporter) provider;
		assertEquals("Sicherung", importer.add(one.named("Sicherung"), Cancellation.NEVER).friendlyName());
		assertEquals("CN=two", importer.add(two.named(""), Cancellation.NEVER).friendlyName());
	}

	@Test
	void removesByThumbprint() throws Exception {
		SystemStore store = new SystemStore().with("backup", one).with("backup", two);
		CertificateProvider provider = only(Stores.windows(store));
		CertificateReference gone = CertificateReference.of(provider.id(), two.certificate());
		((CertificateRemover) provider).remove(gone, Cancellation.NEVER);
		((CertificateRemover) provider).remove(gone, Cancellation.NEVER);
		assertEquals(Set.of(one.certificate()), certificates(provider));
	}

	@Test
	void failuresOfTheStoreHaveReasons() {
		for (Exception failure : List.of(new IOException("locked"), new ProviderException("service stopped"))) {
			CertificateProvider provider = only(type -> Optional.of(() -> {
				if (failure instanceof IOException checked) {
					throw checked;
				}
				throw (ProviderException) failure;
			}));
			var thrown = assertThrows(CertificateAccessException.class, () -> provider.list(Cancellation.NEVER));
			assertEquals(Reason.STORE_UNAVAILABLE, thrown.reason());
			assertEquals(List.of(provider.name()), thrown.arguments());
		}
	}

	@Test
	void stopsWhenAsked() {
		CertificateProvider provider = only(Stores.windows(new SystemStore().with("a", one)));
		assertThrows(CancellationException.class, () -> provider.list(() -> true));
		assertThrows(CancellationException.class,
				() -> ((CertificateImporter) provider).add(two.named("b"), () -> true));
	}

	@Test
	void refusesKeysThatStayElsewhere() {
		CertificateProvider provider = only(Stores.windows(new SystemStore()));
		KeyMaterial opaque = new KeyMaterial(new OpaqueKey(one.key()), one.certificate(), List.of(), "x");
		var thrown = assertThrows(CertificateAccessException.class,
				() -> ((CertificateImporter) provider).add(opaque, Cancellation.NEVER));
		assertEquals(Reason.KEY_UNUSABLE, thrown.reason());
	}

	private static CertificateProvider only(Function<StoreType, Optional<StoreLoader>> probe) {
		return PlatformStores.providers(probe).findFirst().orElseThrow();
	}

	private static void assertReason(Reason reason, Executable action) {
		assertEquals(reason, assertThrows(CertificateAccessException.class, action).reason());
	}

	private static Set<Certificate> certificates(CertificateProvider provider) throws CertificateAccessException {
		return provider.list(Cancellation.NEVER).stream().map(CertificateEntry::certificate).collect(Collectors.toSet());
	}

	private static void assertSigns(CertificateProvider provider) throws Exception {
		for (CertificateEntry entry : provider.list(Cancellation.NEVER)) {
			byte[] data = { 1, 2, 3 };
			byte[] signature = entry.key().open().sign(SignatureAlgorithm.PS256, data);
			assertTrue(SignatureAlgorithm.PS256.verify(entry.certificate().getPublicKey(), data, signature));
		}
	}
}
