package dev.latchkey.certificate.bc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.CertificateRemover;
import dev.latchkey.certificate.SignatureAlgorithm;

/** What every provider promises. Extend it and hand in one that holds at least two certificates with RSA keys. */
abstract class ProviderContract {

	private static final int THREADS = 8;

	abstract CertificateProvider provider() throws Exception;

	@Test
	void saysWhoItIs() throws Exception {
		CertificateProvider provider = provider();
		assertTrue(provider.id().matches("[A-Za-z0-9._-]+"), provider.id());
		assertFalse(provider.name().isBlank());
		assertFalse(provider.description().isBlank());
		assertEquals(provider.rank(), provider.rank());
	}

	@Test
	void listsUnderItsOwnName() throws Exception {
		CertificateProvider provider = provider();
		List<CertificateEntry> entries = provider.list(Cancellation.NEVER);
		assertTrue(entries.size() >= 2);
		Set<CertificateReference> references = new HashSet<>();
		for (CertificateEntry entry : entries) {
			assertEquals(CertificateReference.of(provider.id(), entry.certificate()), entry.reference());
			assertEquals(entry.reference(), CertificateReference.parse(entry.reference().toString()));
			assertTrue(references.add(entry.reference()), "listed twice");
		}
	}

	@Test
	void listsTheSameAgain() throws Exception {
		CertificateProvider provider = provider();
		assertEquals(new HashSet<>(provider.list(Cancellation.NEVER)), new HashSet<>(provider.list(Cancellation.NEVER)));
	}

	@Test
	void givesListsThatNobodyCanChange() throws Exception {
		List<CertificateEntry> entries = provider().list(Cancellation.NEVER);
		assertThrows(UnsupportedOperationException.class, () -> entries.remove(0));
	}

	@Test
	void givesKeysThatSign() throws Exception {
		for (CertificateEntry entry : provider().list(Cancellation.NEVER)) {
			assertSigns(entry);
		}
	}

	@Test
	void stopsWhenAsked() throws Exception {
		CertificateProvider provider = provider();
		assertThrows(CancellationException.class, () -> provider.list(() -> true));
	}

	@Test
	void servesManyThreads() throws Exception {
		CertificateProvider provider = provider();
		ExecutorService pool = Executors.newFixedThreadPool(THREADS);
		try {
			List<Callable<Integer>> tasks = new ArrayList<>();
			for (int i = 0; i < 2 * THREADS; i++) {
				tasks.add(() -> {
					List<CertificateEntry> entries = provider.list(Cancellation.NEVER);
					assertSigns(entries.get(0));
					return entries.size();
				});
			}
			int expected = provider.list(Cancellation.NEVER).size();
			for (Future<Integer> each : pool.invokeAll(tasks)) {
				assertEquals(expected, each.get());
			}
		} finally {
			pool.shutdownNow();
		}
	}

	@Test
	void removesOneAndOnlyOne() throws Exception {
		CertificateProvider provider = provider();
		List<CertificateEntry> before = provider.list(Cancellation.NEVER);
		CertificateReference gone = before.get(0).reference();
		CertificateRemover remover = assertDoesRemove(provider);
		assertThrows(CancellationException.class, () -> remover.remove(gone, () -> true));
		assertEquals(before.size(), provider.list(Cancellation.NEVER).size());
		remover.remove(gone, Cancellation.NEVER);
		remover.remove(gone, Cancellation.NEVER);
		List<CertificateEntry> after = provider.list(Cancellation.NEVER);
		assertEquals(before.size() - 1, after.size());
		assertTrue(after.stream().noneMatch(each -> each.reference().equals(gone)));
	}

	private static CertificateRemover assertDoesRemove(CertificateProvider provider) {
		assertTrue(provider instanceof CertificateRemover);
		return (CertificateRemover) provider;
	}

	static void assertSigns(CertificateEntry entry) throws Exception {
		assertNotNull(entry.key().open());
		byte[] data = { 1, 2, 3 };
		PublicKey publicKey = entry.certificate().getPublicKey();
		byte[] signature = entry.key().open().sign(SignatureAlgorithm.PS256, data);
		assertTrue(SignatureAlgorithm.PS256.verify(publicKey, data, signature));
	}
}
