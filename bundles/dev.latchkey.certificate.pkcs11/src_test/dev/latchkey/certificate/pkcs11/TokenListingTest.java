package dev.latchkey.certificate.pkcs11;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.SignatureAlgorithm;
import dev.latchkey.certificate.SigningKey;

/** What a list shows, which never asks for a PIN. */
class TokenListingTest extends OnTokens {

	@Test
	void showsCertificatesWithoutPin() throws Exception {
		SoftHsm hsm = SoftHsm.use(folder);
		hsm.certificate("one", "rsa:2048");
		hsm.certificate("two", "rsa:2048");
		hsm.fill(hsm.token("Signing", "1234"), "", "one", "two");
		Person person = answers("1234");
		List<CertificateEntry> entries = list();
		assertEquals(Set.of("CN=one", "CN=two"), subjects(entries));
		assertEquals(Set.of("one", "two"), entries.stream().map(CertificateEntry::friendlyName).collect(Collectors.toSet()));
		assertEquals(Set.of("Signing"), stores(entries));
		assertEquals(List.of(), person.asked);
	}

	@Test
	void showsTheSameAfterTheLogin() throws Exception {
		SoftHsm hsm = SoftHsm.use(folder);
		hsm.certificate("root", "rsa:2048");
		hsm.certificateBy("root", "leaf");
		hsm.fill(hsm.token("Signing", "1234"), "", "leaf");
		answers("1234");
		CertificateEntry before = only();
		assertEquals("CN=leaf", subject(before));
		assertEquals(List.of("CN=root"),
				before.issuers().stream().map(each -> each.getSubjectX500Principal().getName()).toList());
		before.key().open();
		assertEquals(before, only());
		assertEquals(before.issuers(), only().issuers());
	}

	@Test
	void showsKeysOnEllipticCurvesThoughTheyAreOfNoUseHere() throws Exception {
		SoftHsm hsm = SoftHsm.use(folder);
		hsm.certificate("curve", "ec:" + Files.writeString(folder.resolve("curve.pem"), parameters()));
		hsm.fill(hsm.token("Signing", "1234"), "", "curve");
		answers("1234");
		SigningKey key = only().key().open();
		assertEquals("EC", key.algorithm());
		assertThrows(GeneralSecurityException.class, () -> key.sign(SignatureAlgorithm.PS256, DATA));
	}

	private static String parameters() {
		return "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";
	}

	@Test
	void tellsTokensOfTheSameNameApart() throws Exception {
		SoftHsm hsm = SoftHsm.use(folder);
		hsm.certificate("one", "rsa:2048");
		hsm.certificate("two", "rsa:2048");
		hsm.fill(hsm.token("Signing", "1111"), "", "one");
		hsm.fill(hsm.token("Signing", "2222"), "", "two");
		List<CertificateEntry> entries = list();
		assertEquals(2, stores(entries).size(), () -> stores(entries).toString());
		assertTrue(stores(entries).stream().allMatch(store -> store.matches("Signing \\([0-9a-f]{16}\\)")));
		for (CertificateEntry entry : entries) {
			Person person = answers(subject(entry).equals("CN=one") ? "1111" : "2222");
			assertSigns(entry);
			assertEquals(1, person.asked.size());
		}
	}

	@Test
	void showsACertificateOnTwoTokensOnce() throws Exception {
		SoftHsm hsm = SoftHsm.use(folder);
		hsm.certificate("one", "rsa:2048");
		hsm.fill(hsm.token("Signing", "1111"), "", "one");
		hsm.fill(hsm.token("Backup", "2222"), "", "one");
		assertEquals("CN=one", subject(only()));
	}

	@Test
	void saysThatATokenIsLockedWhichShowsNothingBefore() throws Exception {
		SoftHsm hsm = SoftHsm.use(folder);
		hsm.certificate("one", "rsa:2048");
		hsm.hide(hsm.token("Signing", "1234"), "one");
		assertEquals(List.of("Signing"), assertFails(Reason.STORE_LOCKED, this::list).arguments());
		Person person = answers("1234");
		assertFails(Reason.STORE_LOCKED, this::list);
		unlocked.await();
		assertSigns(only());
		assertEquals(1, person.asked.size());
	}

	@Test
	void asksOnceForALockedTokenHoweverOftenItIsListed() throws Exception {
		SoftHsm hsm = SoftHsm.use(folder);
		hsm.token("Empty", "1234");
		CountDownLatch answer = new CountDownLatch(1);
		AtomicInteger asked = new AtomicInteger();
		prompts.set((request, cancellation) -> {
			asked.incrementAndGet();
			awaitUninterrupted(answer);
			return Optional.of("1234".toCharArray());
		});
		assertFails(Reason.STORE_LOCKED, this::list);
		assertFails(Reason.STORE_LOCKED, this::list);
		answer.countDown();
		unlocked.await();
		assertEquals(List.of(), list());
		assertEquals(1, asked.get());
	}

	private static void awaitUninterrupted(CountDownLatch latch) {
		try {
			latch.await();
		} catch (InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}

	@Test
	void aLockedTokenDoesNotHideTheOthers() throws Exception {
		SoftHsm hsm = SoftHsm.use(folder);
		signing(hsm);
		hsm.token("Empty", "2222");
		assertEquals("CN=one", subject(only()));
	}

	@Test
	void isEmptyWhereNoTokenIs() throws Exception {
		SoftHsm.use(folder);
		assertEquals(List.of(), list());
	}

	@Test
	void stopsWhenAsked() throws Exception {
		signing(SoftHsm.use(folder));
		assertThrows(CancellationException.class, () -> provider.list(() -> true));
		assertEquals(new HashSet<>(list()), new HashSet<>(provider.list(Cancellation.NEVER)));
	}

	private static Set<String> stores(List<CertificateEntry> entries) {
		return entries.stream().map(CertificateEntry::store).collect(Collectors.toSet());
	}
}
