package dev.latchkey.certificate.bc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CancellationException;

import javax.naming.ldap.LdapName;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.certificate.SelfSignedRequest;

class BouncyCastleIssuerTest {

	private static final int DIGITAL_SIGNATURE = 0;

	@TempDir
	Path folder;

	private static KeyMaterial issue(String name, int bits, int months) throws CertificateAccessException {
		return new BouncyCastleIssuer().issue(new SelfSignedRequest(name, bits, months), Cancellation.NEVER);
	}

	@Test
	void isWhatThePlatformReads() throws Exception {
		X509Certificate certificate = issue("backup", 2048, 12).certificate();
		assertEquals(3, certificate.getVersion());
		assertEquals("SHA256withRSA", certificate.getSigAlgName());
		assertEquals(certificate.getSubjectX500Principal(), certificate.getIssuerX500Principal());
		certificate.verify(certificate.getPublicKey());
		certificate.checkValidity();
		boolean[] usage = certificate.getKeyUsage();
		for (int i = 0; i < usage.length; i++) {
			assertEquals(i == DIGITAL_SIGNATURE, usage[i]);
		}
		assertEquals(List.of("1.3.6.1.5.5.7.3.2"), certificate.getExtendedKeyUsage());
		assertEquals(-1, certificate.getBasicConstraints());
		assertNull(certificate.getSubjectAlternativeNames());
		assertNull(certificate.getIssuerAlternativeNames());
		assertEquals(2048, ((RSAPublicKey) certificate.getPublicKey()).getModulus().bitLength());
	}

	@Test
	void isWhatOpenSslReads() throws Exception {
		Tools tools = new Tools(folder);
		Files.write(tools.file("c.der"), issue("backup", 3072, 12).certificate().getEncoded());
		String text = tools.openssl("x509", "-inform", "DER", "-in", "c.der", "-noout", "-text");
		for (String expected : List.of("Version: 3 (0x2)", "Signature Algorithm: sha256WithRSAEncryption",
				"Subject: CN = backup", "Issuer: CN = backup", "Public-Key: (3072 bit)", "Exponent: 65537",
				"X509v3 Key Usage: critical\n                Digital Signature\n",
				"X509v3 Extended Key Usage: \n                TLS Web Client Authentication\n", "CA:FALSE")) {
			assertTrue(text.contains(expected), () -> expected + " in " + text);
		}
		assertFalse(text.contains("Alternative Name"));
		tools.openssl("x509", "-inform", "DER", "-in", "c.der", "-out", "c.pem");
		assertTrue(tools.openssl("verify", "-CAfile", "c.pem", "c.pem").contains("OK"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a,b+c=\"d\"\\ #x", "#0123", "\\#x", "Bäckup für Ä & Co; <x>", "резервная копия", "🔑 key",
			"a=b, O=Microsoft", "x" })
	void namesStayAsTyped(String name) throws Exception {
		KeyMaterial material = issue(name, 2048, 1);
		LdapName subject = new LdapName(material.certificate().getSubjectX500Principal().getName());
		assertEquals(1, subject.size(), "one part, whatever the name says");
		assertEquals("CN", subject.getRdn(0).getType());
		assertEquals(name, subject.getRdn(0).getValue());
		assertEquals(name, material.friendlyName());
	}

	@ParameterizedTest
	@CsvSource({ "2026-01-31T10:00:00.5Z,1,2026-01-31T09:55:00Z,2026-02-28T09:54:59Z",
			"2026-11-23T06:00:00Z,12,2026-11-23T05:55:00Z,2027-11-23T05:54:59Z",
			"2028-02-29T12:00:00Z,24,2028-02-29T11:55:00Z,2030-02-28T11:54:59Z",
			"2026-03-28T23:00:00Z,1,2026-03-28T22:55:00Z,2026-04-28T22:54:59Z" })
	void validityCountsCalendarMonths(Instant now, int months, Instant start, Instant end) throws Exception {
		X509Certificate certificate = new BouncyCastleIssuer(Clock.fixed(now, ZoneOffset.UTC))
				.issue(new SelfSignedRequest("x", 2048, months), Cancellation.NEVER).certificate();
		assertEquals(start, certificate.getNotBefore().toInstant());
		assertEquals(end, certificate.getNotAfter().toInstant());
	}

	@Test
	void oneYearStaysWithin365Days() throws Exception {
		X509Certificate certificate = issue("x", 2048, 12).certificate();
		Duration lifetime = Duration.between(certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant());
		assertTrue(lifetime.compareTo(Duration.ofDays(366)) < 0);
	}

	@Test
	void serialNumbersAreLongAndDiffer() throws Exception {
		var one = issue("x", 2048, 1).certificate().getSerialNumber();
		var two = issue("x", 2048, 1).certificate().getSerialNumber();
		assertNotEquals(one, two);
		assertTrue(one.signum() > 0 && two.signum() > 0);
		assertTrue(one.max(two).bitLength() > 100 && one.max(two).bitLength() <= 128);
	}

	@Test
	void stopsWithinMoments() {
		long start = System.nanoTime();
		long patience = 20_000_000;
		// a search that ends sooner by luck is tried again; 4096 bits take a second or more
		assertThrows(CancellationException.class, () -> {
			while (true) {
				new BouncyCastleIssuer().issue(new SelfSignedRequest("x", 4096, 1),
						() -> System.nanoTime() - start > patience);
			}
		});
		assertTrue(System.nanoTime() - start < patience + 400_000_000);
	}
}
