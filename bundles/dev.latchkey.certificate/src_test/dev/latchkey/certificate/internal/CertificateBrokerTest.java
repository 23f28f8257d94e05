package dev.latchkey.certificate.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

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
import dev.latchkey.certificate.ProviderListing;

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
	void findsACapabilityOfOneProvider() {
		Vault takes = new Vault.Importing("takes", 40, entry);
		List.of(new Vault("lists", 90, entry), takes).forEach(broker::addProvider);
		assertEquals(Optional.of(takes), broker.capability("takes", CertificateImporter.class));
		assertEquals(Optional.empty(), broker.capability("lists", CertificateImporter.class));
		assertEquals(Optional.empty(), broker.capability("gone", CertificateImporter.class));
	}

	@Test
	void namesAProviderThatCantSayItsNameAnyMore() {
		AtomicInteger asked = new AtomicInteger();
		CertificateProvider forgetful = new Vault("forgetful", 1, entry) {
			@Override
			public String name() {
				if (asked.getAndIncrement() > 0) {
					throw new IllegalStateException("no device");
				}
				return super.name();
			}
		};
		broker.addProvider(forgetful);
		assertEquals(Optional.of("The vault forgetful"), broker.name(forgetful));
		broker.removeProvider(forgetful);
		assertEquals(Optional.empty(), broker.name(forgetful));
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

	@Test
	void listsAllSideBySide() {
		broker.addProvider(new Vault("broken", 99, null));
		broker.addProvider(new Vault("good", 1, entry));
		Map<String, ProviderListing> listings = list(broker);
		assertEquals(Set.of("broken", "good"), listings.keySet());
		assertEquals(Reason.STORE_UNAVAILABLE, listings.get("broken").problem().orElseThrow().reason());
		assertEquals(List.of(), listings.get("broken").entries());
		assertEquals(1, listings.get("good").entries().size());
		assertEquals("The vault good", listings.get("good").providerName());
	}

	@Test
	void whatAProviderThrowsIsItsOwnAffair() {
		broker.addProvider(failing("unchecked", new IllegalStateException("as drivers do")));
		broker.addProvider(failing("linkage", new NoClassDefFoundError("com/example/Driver")));
		broker.addProvider(failing("null", null));
		broker.addProvider(new Vault("good", 1, entry));
		Map<String, ProviderListing> listings = list(broker);
		for (String id : List.of("unchecked", "linkage", "null")) {
			assertEquals(Reason.PROVIDER_FAILED, listings.get(id).problem().orElseThrow().reason(), id);
			assertEquals(List.of("The vault " + id), listings.get(id).problem().orElseThrow().arguments());
		}
		assertEquals(1, listings.get("good").entries().size());
		var thrown = assertThrows(CertificateAccessException.class,
				() -> broker.find(CertificateReference.of("linkage", entry.certificate()), Cancellation.NEVER));
		assertEquals(Reason.PROVIDER_FAILED, thrown.reason());
	}

	@Test
	void nobodyWaitsForAProviderThatHangs() throws Exception {
		CertificateBroker impatient = new CertificateBroker(Clock.systemUTC(), Duration.ofMillis(200));
		HangingVault hanging = new HangingVault();
		impatient.addProvider(hanging);
		impatient.addProvider(new Vault("good", 1, entry));
		Map<String, ProviderListing> listings = list(impatient);
		assertEquals(List.of("good", "hanging"), List.copyOf(listings.keySet()));
		assertEquals(Reason.STORE_TIMED_OUT, listings.get("hanging").problem().orElseThrow().reason());
		assertEquals(Reason.STORE_TIMED_OUT, list(impatient).get("hanging").problem().orElseThrow().reason());
		assertEquals(1, hanging.calls.get(), "one call that hangs is enough");
		assertTrue(hanging.told.getAsBoolean(), "it is told that nobody waits any more");
		hanging.release();
		assertEquals(List.of(), list(impatient).get("hanging").entries());
	}

	@Test
	void leavesAHangingProviderAtOnceWhenCancelled() {
		HangingVault hanging = new HangingVault();
		broker.addProvider(hanging);
		assertThrows(CancellationException.class, () -> broker.list(each -> {
		}, () -> hanging.calls.get() > 0));
		hanging.release();
	}

	private static Map<String, ProviderListing> list(CertificateBroker broker) {
		Map<String, ProviderListing> listings = new LinkedHashMap<>();
		Thread caller = Thread.currentThread();
		broker.list(each -> {
			assertSame(caller, Thread.currentThread());
			assertNull(listings.put(each.providerId(), each));
		}, Cancellation.NEVER);
		return listings;
	}

	/** @param failure null to answer null */
	private static Vault failing(String id, Throwable failure) {
		return new Vault(id, 50, entry) {
			@Override
			public List<CertificateEntry> list(Cancellation cancellation) {
				if (failure instanceof Error error) {
					throw error;
				}
				if (failure instanceof RuntimeException unchecked) {
					throw unchecked;
				}
				return null;
			}
		};
	}

	/** Deaf to interruption, as drivers are. */
	private static final class HangingVault extends Vault {

		final AtomicInteger calls = new AtomicInteger();
		private final CountDownLatch released = new CountDownLatch(1);
		private volatile Thread thread;
		volatile BooleanSupplier told = () -> false;

		HangingVault() {
			super("hanging", 50, entry);
		}

		@Override
		public List<CertificateEntry> list(Cancellation cancellation) {
			thread = Thread.currentThread();
			told = cancellation::requested;
			calls.incrementAndGet();
			while (released.getCount() > 0) {
				try {
					released.await();
				} catch (InterruptedException e) {
					// deaf
				}
			}
			return List.of();
		}

		void release() {
			released.countDown();
			try {
				thread.join();
			} catch (InterruptedException e) {
				throw new IllegalStateException(e);
			}
		}
	}
}
