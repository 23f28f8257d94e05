package dev.latchkey.certificate.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

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
import dev.latchkey.certificate.CertificateService.Subscription;

class CertificateBrokerTest {

	@TempDir
	static Path folder;
	private static CertificateEntry entry;

	private final CertificateBroker broker = new CertificateBroker();

	@BeforeAll
	static void makeOne() throws Exception {
		OpenSslCertificates openssl = new OpenSslCertificates(folder);
		entry = openssl.entry(openssl.certificate("one", "rsa:2048"), "one");
	}

	@Test
	void ordersProvidersByRank() {
		Vault low = new Vault("low", 1, entry);
		Vault high = new Vault("high", 90, entry);
		Vault middle = new Vault("middle", 50, entry);
		List.of(low, high, middle).forEach(broker::addProvider);
		assertEquals(List.of(high, middle, low), broker.providers());
		broker.removeProvider(middle);
		assertEquals(List.of(high, low), broker.providers());
	}

	@Test
	void findsTheFirstWithACapability() {
		Vault lists = new Vault("lists", 90, entry);
		Vault takes = new Vault.Importing("takes", 40, entry);
		List.of(lists, takes, new Vault.Importing("later", 10, entry)).forEach(broker::addProvider);
		assertEquals(Optional.of(takes), broker.first(CertificateImporter.class));
		assertEquals(Optional.empty(), broker.first(CertificateRemover.class));
	}

	@Test
	void findsByReference() throws Exception {
		broker.addProvider(new Vault("a", 1, entry));
		broker.addProvider(new Vault("b", 2, entry));
		CertificateReference reference = CertificateReference.of("a", entry.certificate());
		assertEquals(reference, broker.find(reference, Cancellation.NEVER).orElseThrow().reference());
		assertEquals(Optional.empty(), broker.find(new CertificateReference("a", "00".repeat(32)), Cancellation.NEVER));
	}

	@Test
	void aProviderThatIsNotThereHasNothing() throws Exception {
		assertEquals(Optional.empty(),
				broker.find(CertificateReference.of("gone", entry.certificate()), Cancellation.NEVER));
	}

	@Test
	void oneFailingProviderBreaksNoOther() throws Exception {
		broker.addProvider(new Vault("broken", 99, null));
		broker.addProvider(new Vault("good", 1, entry));
		assertEquals("good", broker.find(CertificateReference.of("good", entry.certificate()), Cancellation.NEVER)
				.orElseThrow().reference().providerId());
		var thrown = assertThrows(CertificateAccessException.class,
				() -> broker.find(CertificateReference.of("broken", entry.certificate()), Cancellation.NEVER));
		assertEquals(Reason.STORE_UNAVAILABLE, thrown.reason());
	}

	@Test
	void aProviderWithoutARankIsLeftOut() {
		CertificateProvider good = new Vault("good", 1, entry);
		CertificateProvider nameless = new Vault(null, 5, entry);
		CertificateProvider failing = new Vault("failing", 5, entry) {
			@Override
			public int rank() {
				throw new IllegalStateException("no device");
			}
		};
		List.of(nameless, failing, good).forEach(broker::addProvider);
		assertEquals(List.of(good), broker.providers());
		List.of(nameless, failing, good).forEach(broker::removeProvider);
		assertEquals(List.of(), broker.providers());
	}

	@Test
	void tellsArrivalAndDeparture() {
		AtomicInteger calls = new AtomicInteger();
		Vault vault = new Vault("a", 1, entry);
		try (Subscription lasting = broker.onProvidersChanged(calls::incrementAndGet);
				Subscription failing = broker.onProvidersChanged(() -> {
					throw new IllegalStateException("a listener that fails");
				})) {
			try (Subscription passing = broker.onProvidersChanged(calls::incrementAndGet)) {
				broker.addProvider(vault);
				assertEquals(2, calls.get());
			}
			broker.removeProvider(vault);
			assertEquals(3, calls.get());
		}
		broker.addProvider(vault);
		assertEquals(3, calls.get());
	}

	@Test
	void listsAreSnapshots() {
		broker.addProvider(new Vault("a", 1, entry));
		List<CertificateProvider> before = broker.providers();
		broker.addProvider(new Vault("b", 1, entry));
		assertEquals(1, before.size());
		assertThrows(UnsupportedOperationException.class, () -> before.remove(0));
	}

	@Test
	void cancellationReachesTheProvider() {
		broker.addProvider(new Vault("a", 1, entry));
		assertThrows(CancellationException.class,
				() -> broker.find(CertificateReference.of("a", entry.certificate()), () -> true));
	}
}
