package dev.latchkey.certificate.bc;

import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.KeyFileContent;
import dev.latchkey.certificate.KeyMaterial;

/** Says what the parts of a file amount to. */
final class ContentAssembly {

	private final KeyFileParts parts;
	private final boolean pairGiven;
	private final IssuerChain chain;
	private final KeyPairing pairing;

	/** @param pairGiven whether the user has said that a key and a certificate belong together, by giving two files */
	ContentAssembly(KeyFileParts parts, boolean pairGiven, Effort effort) {
		this.parts = parts;
		this.pairGiven = pairGiven;
		chain = new IssuerChain(parts.certificates().stream().map(KeyFileParts.Certificate::certificate).toList(), effort);
		pairing = new KeyPairing(parts, chain, effort);
	}

	/** @throws CertificateAccessException TOO_EXPENSIVE */
	KeyFileContent content() throws CertificateAccessException {
		List<KeyMaterial> pairs = pairing.pairs();
		List<KeyFileContent.Entry> entries = entries(pairs);
		Optional<CertificateAccessException> problem = parts.failure();
		if (problem.isEmpty() && pairs.isEmpty()) {
			problem = parts.hindrance().or(() -> Optional.of(new CertificateAccessException(missing(entries))));
		}
		return new KeyFileContent(parts.format(), problem.isPresent() ? List.of() : pairs, entries, parts.findings(), problem);
	}

	private List<KeyFileContent.Entry> entries(List<KeyMaterial> pairs) throws CertificateAccessException {
		Map<X509Certificate, KeyFileContent.Entry> entries = new LinkedHashMap<>();
		for (KeyMaterial pair : pairs) {
			entries.put(pair.certificate(),
					new KeyFileContent.Entry(pair.certificate(), true, pair.issuers(), pair.friendlyName()));
		}
		for (KeyFileParts.Certificate each : withoutKey(entries.keySet())) {
			X509Certificate certificate = each.certificate();
			entries.putIfAbsent(certificate,
					new KeyFileContent.Entry(certificate, false, chain.above(certificate), each.friendlyName()));
		}
		return List.copyOf(entries.values());
	}

	/** Certificates of authorities count only where there is nothing else: a test certificate may well be its own authority. */
	private List<KeyFileParts.Certificate> withoutKey(Set<X509Certificate> paired) throws CertificateAccessException {
		Set<X509Certificate> issuers = new HashSet<>();
		for (KeyFileParts.Certificate each : parts.certificates()) {
			chain.issuer(each.certificate()).ifPresent(issuers::add);
		}
		List<KeyFileParts.Certificate> last = parts.certificates().stream()
				.filter(each -> !issuers.contains(each.certificate()) && !paired.contains(each.certificate())).toList();
		List<KeyFileParts.Certificate> ends = last.stream().filter(each -> !isAuthority(each.certificate())).toList();
		return ends.isEmpty() && paired.isEmpty() ? last : ends;
	}

	private static boolean isAuthority(X509Certificate certificate) {
		return certificate.getBasicConstraints() >= 0;
	}

	private Reason missing(List<KeyFileContent.Entry> entries) {
		if (parts.keys().isEmpty()) {
			return Reason.NO_PRIVATE_KEY;
		}
		boolean meant = entries.size() == 1 && parts.keys().size() == 1 || pairGiven && !entries.isEmpty()
				|| parts.keys().stream().anyMatch(this::isMarked);
		return meant ? Reason.KEY_MISMATCH : Reason.NO_CERTIFICATE;
	}

	private boolean isMarked(KeyFileParts.Key key) {
		return parts.certificates().stream().anyMatch(each -> each.isMarkedFor(key));
	}
}
