package dev.latchkey.certificate.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.Finding;
import dev.latchkey.certificate.Finding.Kind;
import dev.latchkey.certificate.KeyAccess;

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
		return kinds(at(Instant.now().plusSeconds(60)).inspect(certificate));
	}

	@Test
	void findsNothingWhereAllIsWell() throws Exception {
		assertEquals(List.of(), at(Instant.now().plusSeconds(60)).examine(openssl.entry(good, "good")));
	}

	@Test
	void findsTheWrongKindOfKey() throws Exception {
		X509Certificate ec = openssl.certificate("ec", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-days", "365");
		List<Finding> findings = at(Instant.now().plusSeconds(60)).inspect(ec);
		assertEquals(List.of(new Finding(Kind.KEY_NOT_RSA, List.of("EC"))), findings);
	}

	@Test
	void findsShortKeys() throws Exception {
		X509Certificate small = openssl.certificate("small", "rsa:1024", "-days", "365");
		assertEquals(List.of(new Finding(Kind.KEY_TOO_SHORT, List.of(1024))),
				at(Instant.now().plusSeconds(60)).inspect(small));
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
		assertEquals(List.of(Kind.NOT_YET_VALID), kinds(at(start.minusSeconds(1)).inspect(good)));
		assertEquals(List.of(), kinds(at(start).inspect(good)));
		assertEquals(List.of(), kinds(at(end.minus(Duration.ofDays(30))).inspect(good)));
		assertEquals(List.of(Kind.EXPIRES_SOON), kinds(at(end.minus(Duration.ofDays(30)).plusSeconds(1)).inspect(good)));
		assertEquals(List.of(Kind.EXPIRES_SOON), kinds(at(end).inspect(good)));
		assertEquals(List.of(Kind.EXPIRED), kinds(at(end.plusSeconds(1)).inspect(good)));
	}

	@Test
	void triesTheKey() throws Exception {
		openssl.certificate("other", "rsa:2048");
		CertificateExaminer examiner = at(Instant.now().plusSeconds(60));
		assertEquals(List.of(Kind.KEY_UNUSABLE), kinds(examiner.examine(openssl.entry(good, "other"))));
		assertEquals(List.of(Kind.KEY_UNUSABLE), kinds(examiner.examine(entry(() -> {
			throw new CertificateAccessException(Reason.STORE_UNAVAILABLE, "Test");
		}))));
		assertEquals(List.of(Kind.KEY_UNUSABLE), kinds(examiner.examine(entry(() -> {
			throw new IllegalStateException("as drivers do");
		}))));
		assertThrows(CancellationException.class, () -> examiner.examine(entry(() -> {
			throw new CancellationException();
		})));
	}

	@Test
	void putsTheMostSevereFirst() throws Exception {
		X509Certificate bad = openssl.certificate("bad", "rsa:1024", "-sha1", "-days", "1", "-addext", "keyUsage=keyCertSign");
		openssl.certificate("wrong", "rsa:2048");
		assertEquals(List.of(Kind.KEY_TOO_SHORT, Kind.KEY_UNUSABLE, Kind.EXPIRES_SOON, Kind.WEAK_SIGNATURE,
				Kind.MISSING_KEY_USAGE), kinds(at(Instant.now().plusSeconds(60)).examine(openssl.entry(bad, "wrong"))));
	}

	private static CertificateEntry entry(KeyAccess key) {
		return new CertificateEntry(CertificateReference.of("test", good), good, List.of(), "", "Test", key);
	}
}
