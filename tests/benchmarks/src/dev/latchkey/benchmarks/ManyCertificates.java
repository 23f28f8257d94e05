package dev.latchkey.benchmarks;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.certificate.SelfSignedIssuer;
import dev.latchkey.certificate.SelfSignedRequest;

/**
 * A key with many certificates: one is real, the others are it with another name. Their signatures are wrong, which nothing
 * here looks at.
 *
 * @param material     the real one
 * @param certificates all others
 */
record ManyCertificates(KeyMaterial material, List<X509Certificate> certificates) {

	private static final int KEY_BITS = 2048;
	private static final int VALIDITY_MONTHS = 12;
	private static final String NAME = "Benchmark 00000";

	static ManyCertificates make(int count) throws Exception {
		KeyMaterial material = Services.get(SelfSignedIssuer.class)
				.issue(new SelfSignedRequest(NAME, KEY_BITS, VALIDITY_MONTHS), Cancellation.NEVER);
		CertificateFactory factory = CertificateFactory.getInstance("X.509");
		byte[] der = material.certificate().getEncoded();
		List<X509Certificate> certificates = new ArrayList<>();
		for (int i = 1; i <= count; i++) {
			byte[] name = String.format(Locale.ROOT, "Benchmark %05d", i).getBytes(StandardCharsets.US_ASCII);
			certificates.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(renamed(der, name))));
		}
		return new ManyCertificates(material, certificates);
	}

	private static byte[] renamed(byte[] der, byte[] name) {
		byte[] renamed = der.clone();
		byte[] old = NAME.getBytes(StandardCharsets.US_ASCII);
		for (int at = 0; at + old.length <= der.length; at++) {
			if (Arrays.equals(der, at, at + old.length, old, 0, old.length)) {
				System.arraycopy(name, 0, renamed, at, name.length);
			}
		}
		return renamed;
	}
}
