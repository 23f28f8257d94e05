package dev.latchkey.certificate.jca;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.ProviderException;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateImporter;
import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.CertificateRemover;
import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.certificate.SignatureAlgorithm;

/** The stores of Windows and macOS, by key stores that behave like them: this runs anywhere. */
class PlatformStoresTest {

	@TempDir
	static Path folder;
	private static Material one;
	private static Material two;

	@BeforeAll
	static void makeKeys() throws Exception {
		one = Material.fresh(folder, "one");
		two = Material.fresh(folder, "two");
	}

	@Test
	void thereIsNoneWhereJavaHasNone() {
		assertEquals(List.of(), PlatformStores.providers(type -> Optional.empty()).toList());
		assertEquals(Optional.empty(), StoreLoader.probe("Nobody-Has-This"));
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
		for (var probe : List.<Function<SystemStore, Function<String, Optional<StoreLoader>>>>of(Stores::windows,
				Stores::mac)) {
			SystemStore store = new SystemStore().with("backup", one);
			CertificateProvider provider = only(probe.apply(store));
			CertificateEntry added = ((CertificateImporter) provider).add(two.named("BACKUP"), Cancellation.NEVER);
			assertEquals(two.certificate(), added.certificate());
			((CertificateImporter) provider).add(two.named("backup"), Cancellation.NEVER);
			assertEquals(Set.of(one.certificate(), two.certificate()), certificates(provider));
			assertEquals(2, store.items.size(), "the same again replaces itself");
			assertSigns(provider);
		}
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

	private static CertificateProvider only(Function<String, Optional<StoreLoader>> probe) {
		return PlatformStores.providers(probe).findFirst().orElseThrow();
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
