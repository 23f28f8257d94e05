package dev.latchkey.certificate.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificatePolicy;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.Finding;
import dev.latchkey.certificate.Finding.Kind;
import dev.latchkey.certificate.KeyAccess;
import dev.latchkey.certificate.SigningKey;

class CertificateExaminerTest {

	@TempDir
	static Path folder;
	private static OpenSslCertificates openssl;
	private static X509Certificate good;

	@BeforeAll
	static void makeOne() throws Exception {
		openssl = new OpenSslCertificates(folder);
		good = openssl.certificate("good", "rsa:2048", "-days", "365", "-addext", "keyUsage=digitalSignature");
	}

	private static CertificateExaminer at(Instant now) {
		return new CertificateExaminer(Clock.fixed(now, ZoneOffset.UTC));
	}

	private static List<Kind> kinds(List<Finding> findings) {
		return findings.stream().map(Finding::kind).toList();
	}

	private static List<Kind> inspect(X509Certificate certificate) {
		return kinds(at(Instant.now().plusSeconds(60)).inspect(certificate, CertificatePolicy.USUAL));
	}

	@Test
	void findsNothingWhereAllIsWell() throws Exception {
		assertEquals(List.of(), at(Instant.now().plusSeconds(60)).examine(openssl.entry(good, "good"), CertificatePolicy.USUAL, Cancellation.NEVER));
	}

	@Test
	void findsTheWrongKindOfKey() throws Exception {
		X509Certificate ec = openssl.certificate("ec", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-days", "365");
		List<Finding> findings = at(Instant.now().plusSeconds(60)).inspect(ec, CertificatePolicy.USUAL);
		assertEquals(List.of(new Finding(Kind.KEY_NOT_RSA, List.of("EC"))), findings);
	}

	@Test
	void findsShortKeys() throws Exception {
		X509Certificate small = openssl.certificate("small", "rsa:1024", "-days", "365");
		assertEquals(List.of(new Finding(Kind.KEY_TOO_SHORT, List.of(1024))),
				at(Instant.now().plusSeconds(60)).inspect(small, CertificatePolicy.USUAL));
		assertEquals(List.of(), inspect(openssl.certificate("large", "rsa:3072", "-days", "365")));
	}

	@Test
	void findsWeakSignatures() throws Exception {
		assertEquals(List.of(Kind.WEAK_SIGNATURE), inspect(openssl.certificate("sha1", "rsa:2048", "-sha1", "-days", "365")));
		assertEquals(List.of(Kind.WEAK_SIGNATURE), inspect(openssl.certificate("md5", "rsa:2048", "-md5", "-days", "365")));
		assertEquals(List.of(), inspect(openssl.certificate("sha512", "rsa:2048", "-sha512", "-days", "365")));
	}

	@Test
	void findsMissingKeyUsage() throws Exception {
		assertEquals(List.of(Kind.MISSING_KEY_USAGE), inspect(
				openssl.certificate("usage", "rsa:2048", "-days", "365", "-addext", "keyUsage=keyEncipherment")));
	}

	@Test
	void comparesTheDatesWithTheClock() {
		Instant start = good.getNotBefore().toInstant();
		Instant end = good.getNotAfter().toInstant();
		assertEquals(List.of(Kind.NOT_YET_VALID), kinds(at(start.minusSeconds(1)).inspect(good, CertificatePolicy.USUAL)));
		assertEquals(List.of(), kinds(at(start).inspect(good, CertificatePolicy.USUAL)));
		assertEquals(List.of(), kinds(at(end.minus(Duration.ofDays(30))).inspect(good, CertificatePolicy.USUAL)));
		assertEquals(List.of(Kind.EXPIRES_SOON), kinds(at(end.minus(Duration.ofDays(30)).plusSeconds(1)).inspect(good, CertificatePolicy.USUAL)));
		assertEquals(List.of(Kind.EXPIRES_SOON), kinds(at(end).inspect(good, CertificatePolicy.USUAL)));
		assertEquals(List.of(Kind.EXPIRED), kinds(at(end.plusSeconds(1)).inspect(good, CertificatePolicy.USUAL)));
	}

	@Test
	void triesTheKey() throws Exception {
		openssl.certificate("other", "rsa:2048");
		CertificateExaminer examiner = at(Instant.now().plusSeconds(60));
		assertEquals(List.of(Kind.KEY_UNUSABLE), kinds(examiner.examine(openssl.entry(good, "other"), CertificatePolicy.USUAL, Cancellation.NEVER)));
		assertEquals(List.of(Kind.KEY_UNUSABLE), kinds(examine(examiner, entry(() -> {
			throw new CertificateAccessException(Reason.STORE_UNAVAILABLE, "Test");
		}))));
		assertEquals(List.of(Kind.KEY_UNUSABLE), kinds(examine(examiner, entry(() -> {
			throw new IllegalStateException("as drivers do");
		}))));
		assertThrows(CancellationException.class, () -> examine(examiner, entry(() -> {
			throw new CancellationException();
		})));
	}

	@Test
	void putsTheMostSevereFirst() throws Exception {
		X509Certificate bad = openssl.certificate("bad", "rsa:1024", "-sha1", "-days", "1", "-addext", "keyUsage=keyCertSign");
		openssl.certificate("wrong", "rsa:2048");
		assertEquals(List.of(Kind.KEY_TOO_SHORT, Kind.KEY_UNUSABLE, Kind.EXPIRES_SOON, Kind.WEAK_SIGNATURE,
				Kind.MISSING_KEY_USAGE), kinds(at(Instant.now().plusSeconds(60)).examine(openssl.entry(bad, "wrong"), CertificatePolicy.USUAL, Cancellation.NEVER)));
	}

	@Test
	void saysWhyAKeyCantBeUsed() {
		Finding locked = examine(at(Instant.now().plusSeconds(60)), entry(() -> {
			throw new CertificateAccessException(Reason.STORE_LOCKED, "Card");
		})).get(0);
		assertTrue(locked.message().contains(
				new CertificateAccessException(Reason.STORE_LOCKED, "Card").getLocalizedMessage()), locked.message());
	}

	@Test
	void tellsKeysThatStayWhereTheyAre() throws Exception {
		SigningKey known = openssl.entry(good, "good").key().open();
		List<Finding> findings = examine(at(Instant.now().plusSeconds(60)),
				entry(() -> new SigningKey("RSA", known::sign)));
		assertEquals(List.of(Kind.NOT_EXPORTABLE), kinds(findings));
		assertEquals(Finding.Severity.INFO, findings.get(0).severity());
	}

	@Test
	void aDayThatHasBegunCounts() {
		assertEquals(730, CertificateExaminer.begunDays(Duration.ofDays(730)));
		assertEquals(731, CertificateExaminer.begunDays(Duration.ofDays(731).minusSeconds(1)));
	}

	@Test
	void comparesTheLifetimeWithThePolicy() {
		CertificateExaminer examiner = at(Instant.now().plusSeconds(60));
		assertEquals(List.of(), kinds(examiner.inspect(good, new CertificatePolicy(365))));
		assertEquals(List.of(new Finding(Kind.LIFETIME_OVER_POLICY, List.of(365L, 364))),
				examiner.inspect(good, new CertificatePolicy(364)));
	}

	@Test
	void stopsWaitingForAKeyWhenAsked() {
		CountDownLatch never = new CountDownLatch(1);
		AtomicBoolean cancelled = new AtomicBoolean();
		CertificateEntry hanging = entry(() -> {
			cancelled.set(true);
			return wait(never);
		});
		assertThrows(CancellationException.class, () -> at(Instant.now()).examine(hanging, CertificatePolicy.USUAL, cancelled::get));
	}

	private static SigningKey wait(CountDownLatch latch) {
		try {
			latch.await();
			return null;
		} catch (InterruptedException e) {
			throw new CancellationException();
		}
	}

	private static List<Finding> examine(CertificateExaminer examiner, CertificateEntry entry) {
		return examiner.examine(entry, CertificatePolicy.USUAL, Cancellation.NEVER);
	}

	private static CertificateEntry entry(KeyAccess key) {
		return new CertificateEntry(CertificateReference.of("test", good), good, List.of(), "", "Test", key);
	}
}
