package dev.latchkey.certificate.pkcs11;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.latchkey.certificate.Cancellation;

/** Reads the certificates of one token as far as it shows them. */
final class CertificateReader {

	private final Session session;
	private final boolean everythingShown;

	/** @param everythingShown whether private keys would be seen */
	CertificateReader(Session session, boolean everythingShown) {
		this.session = session;
		this.everythingShown = everythingShown;
	}

	/** @param authority whether the token says that it is an issuer's */
	private record Found(X509Certificate certificate, Optional<byte[]> id, String label, boolean authority) {
	}

	/** @param issuers nearest first */
	record Item(TokenKey key, List<X509Certificate> issuers, String label) {
	}

	/**
	 * Reads the certificates with a private key. Before a login keys are hidden, but certificates are not: then those are taken
	 * that are nobody's issuer.
	 *
	 * @throws java.util.concurrent.CancellationException when cancelled
	 */
	List<Item> read(Cancellation cancellation) throws CryptokiException {
		List<Found> all = new ArrayList<>();
		for (long object : session.find(Attribute.of(Ck.CKA_CLASS, Ck.CKO_CERTIFICATE),
				Attribute.of(Ck.CKA_CERTIFICATE_TYPE, Ck.CKC_X_509), Attribute.of(Ck.CKA_TOKEN, true))) {
			cancellation.check();
			read(object).ifPresent(all::add);
		}
		List<X509Certificate> certificates = all.stream().map(Found::certificate).toList();
		List<Item> items = new ArrayList<>();
		for (Found each : all) {
			cancellation.check();
			TokenKey key = new TokenKey(each.certificate, each.id);
			if (everythingShown ? key.find(session).isPresent() : !each.authority && !isIssuer(each.certificate, certificates)) {
				items.add(new Item(key, issuers(each.certificate, certificates), each.label));
			}
		}
		return items;
	}

	/** @return empty when it is no certificate that Java can read: it must not hide the others */
	private Optional<Found> read(long object) throws CryptokiException {
		Optional<byte[]> encoded = session.attribute(object, Ck.CKA_VALUE);
		if (encoded.isEmpty()) {
			return Optional.empty();
		}
		try {
			X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509") //$NON-NLS-1$
					.generateCertificate(new ByteArrayInputStream(encoded.get()));
			String label = session.attribute(object, Ck.CKA_LABEL).map(CertificateReader::text).orElse(""); //$NON-NLS-1$
			boolean authority = session.attribute(object, Ck.CKA_CERTIFICATE_CATEGORY).map(Layout.HERE::number)
					.filter(category -> category == Ck.CK_CERTIFICATE_CATEGORY_AUTHORITY).isPresent();
			return Optional.of(new Found(certificate, session.attribute(object, Ck.CKA_ID), label, authority));
		} catch (CertificateException e) {
			return Optional.empty();
		}
	}

	private static String text(byte[] label) {
		return new String(label, StandardCharsets.UTF_8).strip();
	}

	private static boolean isIssuer(X509Certificate issuer, List<X509Certificate> certificates) {
		return certificates.stream().anyMatch(each -> !each.equals(issuer) && isIssued(each, issuer));
	}

	private static List<X509Certificate> issuers(X509Certificate certificate, List<X509Certificate> certificates) {
		List<X509Certificate> chain = new ArrayList<>(List.of(certificate));
		Optional<X509Certificate> next = Optional.of(certificate);
		while (next.isPresent()) {
			X509Certificate lowest = next.get();
			next = certificates.stream().filter(each -> !chain.contains(each) && isIssued(lowest, each)).findFirst();
			next.ifPresent(chain::add);
		}
		return chain.subList(1, chain.size());
	}

	private static boolean isIssued(X509Certificate certificate, X509Certificate issuer) {
		if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
			return false;
		}
		try {
			certificate.verify(issuer.getPublicKey());
			return true;
		} catch (GeneralSecurityException e) {
			return false;
		}
	}
}
