package dev.latchkey.certificate.bc;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the certificates above one among many, whatever their order. */
final class IssuerChain {

	private final List<X509Certificate> known;

	IssuerChain(List<X509Certificate> known) {
		this.known = known;
	}

	/** @return nearest first; as far as the issuers are known */
	List<X509Certificate> above(X509Certificate certificate) {
		List<X509Certificate> chain = new ArrayList<>();
		Optional<X509Certificate> issuer = issuer(certificate);
		while (issuer.isPresent() && !chain.contains(issuer.get())) {
			chain.add(issuer.get());
			issuer = issuer(issuer.get());
		}
		return chain;
	}

	private Optional<X509Certificate> issuer(X509Certificate certificate) {
		return known.stream().filter(each -> !each.equals(certificate) && hasSigned(each, certificate)).findFirst();
	}

	private static boolean hasSigned(X509Certificate issuer, X509Certificate certificate) {
		if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
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
