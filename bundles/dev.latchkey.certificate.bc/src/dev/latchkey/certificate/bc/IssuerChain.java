package dev.latchkey.certificate.bc;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.security.auth.x500.X500Principal;

import dev.latchkey.certificate.CertificateAccessException;

/** Finds the certificates above one among many, whatever their order. */
final class IssuerChain {

	private static final double MIN_NANOS = 50_000;
	private static final double OTHER_NANOS = 1_000_000;
	private static final double DSA_NANOS = 30_000_000;
	private static final int MAX_DSA_BITS = 4096;

	private final Effort effort;
	private final Map<X500Principal, List<X509Certificate>> bySubject = new HashMap<>();
	private final Map<X509Certificate, Optional<X509Certificate>> issuers = new HashMap<>();

	IssuerChain(List<X509Certificate> known, Effort effort) {
		this.effort = effort;
		for (X509Certificate each : known) {
			bySubject.computeIfAbsent(each.getSubjectX500Principal(), subject -> new ArrayList<>()).add(each);
		}
	}

	/**
	 * @return nearest first; as far as the issuers are known
	 * @throws CertificateAccessException TOO_EXPENSIVE
	 */
	List<X509Certificate> above(X509Certificate certificate) throws CertificateAccessException {
		List<X509Certificate> chain = new ArrayList<>();
		Optional<X509Certificate> issuer = issuer(certificate);
		while (issuer.isPresent() && !chain.contains(issuer.get())) {
			chain.add(issuer.get());
			issuer = issuer(issuer.get());
		}
		return chain;
	}

	/** @throws CertificateAccessException TOO_EXPENSIVE */
	Optional<X509Certificate> issuer(X509Certificate certificate) throws CertificateAccessException {
		Optional<X509Certificate> known = issuers.get(certificate);
		if (known == null) {
			known = search(certificate);
			issuers.put(certificate, known);
		}
		return known;
	}

	private Optional<X509Certificate> search(X509Certificate certificate) throws CertificateAccessException {
		for (X509Certificate each : bySubject.getOrDefault(certificate.getIssuerX500Principal(), List.of())) {
			if (!each.equals(certificate) && hasSigned(each.getPublicKey(), certificate)) {
				return Optional.of(each);
			}
		}
		return Optional.empty();
	}

	private boolean hasSigned(PublicKey issuer, X509Certificate certificate) throws CertificateAccessException {
		effort.spend(nanos(issuer));
		if (issuer instanceof DSAPublicKey dsa && dsa.getParams().getP().bitLength() > MAX_DSA_BITS) {
			return false;
		}
		try {
			certificate.verify(issuer);
			return true;
		} catch (GeneralSecurityException | RuntimeException e) {
			return "EC".equals(issuer.getAlgorithm()) && hasSignedOnRareCurve(issuer, certificate); //$NON-NLS-1$
		}
	}

	private static boolean hasSignedOnRareCurve(PublicKey issuer, X509Certificate certificate) {
		try {
			certificate.verify(issuer, BouncyCastle.provider());
			return true;
		} catch (GeneralSecurityException | RuntimeException e) {
			return false;
		}
	}

	/** A file can have RSA keys with exponents as long as their moduli. */
	private static double nanos(PublicKey key) {
		if (key instanceof RSAPublicKey rsa) {
			double words = rsa.getModulus().bitLength() / (double) Long.SIZE;
			return MIN_NANOS + 1.5 * words * words * rsa.getPublicExponent().bitLength();
		}
		return key instanceof DSAPublicKey ? DSA_NANOS : OTHER_NANOS;
	}
}
