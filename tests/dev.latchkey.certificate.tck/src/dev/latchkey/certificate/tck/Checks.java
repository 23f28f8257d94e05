package dev.latchkey.certificate.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateImporter;
import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.certificate.CertificateRemover;
import dev.latchkey.certificate.KeyExporter;
import dev.latchkey.certificate.KeyFileLinker;
import dev.latchkey.certificate.SignatureAlgorithm;
import dev.latchkey.certificate.SigningKey;

/** What several contracts look at. */
final class Checks {

	private static final int THREADS = 8;
	private static final int POLLS = 20;
	/** Nothing, little, as much as a digest has, and more than a device takes at once. */
	private static final int[] SIZES = { 0, 1, 32, 100_000 };
	private static final Map<Class<?>, Class<?>> CONTRACTS = Map.of(CertificateImporter.class, CertificateImporterContract.class,
			CertificateRemover.class, CertificateRemoverContract.class, KeyExporter.class, KeyExporterContract.class,
			KeyFileLinker.class, KeyFileLinkerContract.class);

	/** A call that can be cancelled. */
	@FunctionalInterface
	interface Call {
		void run(Cancellation cancellation) throws Exception;
	}

	/** What each of several threads does. */
	@FunctionalInterface
	interface Work {
		void run(int thread) throws Exception;
	}

	private Checks() {
	}

	static void assertForPeople(String what, String text) {
		assertNotNull(text, () -> "The " + what + " is never null.");
		assertFalse(text.isBlank(), () -> "The " + what + " is never blank: people choose by it.");
		assertEquals(1, text.lines().count(), () -> "The " + what + " is one line: " + text);
	}

	static void assertTested(CertificateProvider provider, CertificateProviderContract test) {
		CONTRACTS.forEach((capability, contract) -> assertEquals(capability.isInstance(provider), contract.isInstance(test),
				() -> "The test of a " + capability.getSimpleName() + ", and of nobody else, implements "
						+ contract.getSimpleName() + "."));
	}

	static <T> T capability(CertificateProvider provider, Class<T> capability) {
		assertTrue(capability.isInstance(provider), () -> "Capabilities are implemented by the provider's own object: "
				+ provider.getClass().getName() + " is no " + capability.getSimpleName() + ".");
		return capability.cast(provider);
	}

	static List<CertificateEntry> list(CertificateProvider provider) throws Exception {
		List<CertificateEntry> entries = provider.list(Cancellation.NEVER);
		assertNotNull(entries, "list answers the entries, possibly none, never null.");
		entries.forEach(entry -> assertNotNull(entry, "No entry is null."));
		return List.copyOf(entries);
	}

	/** A provider may give out lists that can be changed, but then they are the caller's own. */
	static void emptyIfPossible(List<CertificateEntry> entries) {
		try {
			entries.clear();
		} catch (UnsupportedOperationException e) {
			assertFalse(entries.isEmpty());
		}
	}

	static void assertSigns(CertificateEntry entry) throws Exception {
		SigningKey key = entry.key().open();
		assertNotNull(key, "KeyAccess.open never answers null.");
		assertSigns(entry, key);
	}

	static void assertSigns(CertificateEntry entry, SigningKey key) throws Exception {
		assertEquals(entry.certificate().getPublicKey().getAlgorithm(), key.algorithm(),
				"A key names its algorithm as the JDK names that of its certificate.");
		for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
			for (int size : SIZES) {
				byte[] data = new byte[size];
				byte[] signature = key.sign(algorithm, data);
				assertTrue(algorithm.verify(entry.certificate().getPublicKey(), data, signature),
						() -> algorithm + " over " + size + " bytes does not fit the certificate of " + entry.reference()
								+ ". The data is signed, not its digest; see SignatureAlgorithm for the parameters.");
			}
		}
	}

	/** Exactly these are listed, and all of them sign. */
	static void assertHas(Set<CertificateEntry> expected, CertificateProvider provider, String rule) throws Exception {
		List<CertificateEntry> entries = list(provider);
		assertEquals(expected, Set.copyOf(entries), rule);
		for (CertificateEntry entry : entries) {
			assertSigns(entry);
		}
	}

	/** Asks to stop at the first, second, third … time that it is polled. */
	static void assertStops(String method, Call call) throws Exception {
		boolean polled = true;
		for (int poll = 1; polled && poll <= POLLS; poll++) {
			AtomicInteger polls = new AtomicInteger();
			int last = poll;
			Cancellation cancellation = () -> polls.incrementAndGet() >= last;
			try {
				call.run(cancellation);
				polled = polls.get() >= last;
				assertFalse(polled, method + " has asked whether to stop, was told so and went on.");
			} catch (CancellationException e) {
				assertTrue(polls.get() >= last, method + " was cancelled by nobody.");
			}
		}
	}

	static void atOnce(Work work) throws Exception {
		ExecutorService pool = Executors.newFixedThreadPool(THREADS);
		try {
			List<Callable<Void>> tasks = new ArrayList<>();
			for (int i = 0; i < THREADS; i++) {
				int thread = i;
				tasks.add(() -> {
					work.run(thread);
					return null;
				});
			}
			for (Future<Void> each : pool.invokeAll(tasks)) {
				each.get();
			}
		} catch (ExecutionException e) {
			if (e.getCause() instanceof AssertionError failure) {
				throw failure;
			}
			throw e;
		} finally {
			pool.shutdownNow();
		}
	}

	static void assertCancels(String method, Call call) {
		assertThrows(CancellationException.class, () -> call.run(() -> true),
				() -> method + " throws CancellationException when the caller has asked to stop.");
	}
}
