package dev.latchkey.certificate.bc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.security.auth.x500.X500Principal;

import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.pkcs.CertBag;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.SafeBag;

/** Brings keys and certificates of the key store file together, each found at once among however many. */
final class StoreAssembly {

	private final CertificateFactory factory;
	private final List<SafeBag> keys = new ArrayList<>();
	private final List<Found> certificates = new ArrayList<>();
	private final Map<ByteBuffer, List<Found>> marked = new HashMap<>();
	private final Map<X500Principal, List<Found>> unmarked = new HashMap<>();
	private final List<SafeBag> others = new ArrayList<>();

	/** A certificate of the file. */
	private static final class Found {
		private final SafeBag bag;
		private final String name;
		private final X509Certificate certificate;
		private boolean used;

		Found(SafeBag bag, String name, X509Certificate certificate) {
			this.bag = bag;
			this.name = name;
			this.certificate = certificate;
		}
	}

	StoreAssembly() throws GeneralSecurityException {
		factory = CertificateFactory.getInstance("X.509"); //$NON-NLS-1$
	}

	void add(SafeBag bag) throws GeneralSecurityException {
		if (StoreBags.isKey(bag)) {
			keys.add(bag);
		} else if (PKCSObjectIdentifiers.certBag.equals(bag.getBagId())) {
			addCertificate(bag, CertBag.getInstance(bag.getBagValue()));
		} else {
			others.add(bag);
		}
	}

	private void addCertificate(SafeBag bag, CertBag content) throws GeneralSecurityException {
		byte[] encoded = ASN1OctetString.getInstance(content.getCertValue()).getOctets();
		BagAttributes attributes = new BagAttributes(bag.getBagAttributes());
		Found found = new Found(bag, attributes.friendlyName(),
				(X509Certificate) factory.generateCertificate(new ByteArrayInputStream(encoded)));
		certificates.add(found);
		byte[] id = attributes.localKeyId();
		if (id == null) {
			unmarked.computeIfAbsent(found.certificate.getSubjectX500Principal(), name -> new ArrayList<>()).add(found);
		} else {
			marked.computeIfAbsent(ByteBuffer.wrap(id), key -> new ArrayList<>()).add(found);
		}
	}

	StoreContent content() throws IOException {
		Map<String, StoredKey> stored = new LinkedHashMap<>();
		for (SafeBag key : keys) {
			Optional<Found> certificate = certificateOf(new BagAttributes(key.getBagAttributes()));
			if (certificate.isPresent()) {
				StoredKey each = stored(key, certificate.get());
				stored.put(each.sha256(), each);
			} else {
				others.add(key);
			}
		}
		certificates.stream().filter(each -> !each.used).forEach(each -> others.add(each.bag));
		return new StoreContent(stored, others);
	}

	/** By mark, and by name where marks are no more than times, as in Java's key stores. */
	private Optional<Found> certificateOf(BagAttributes key) {
		byte[] id = key.localKeyId();
		List<Found> candidates = id == null ? List.of() : marked.getOrDefault(ByteBuffer.wrap(id), List.of());
		return candidates.stream().filter(each -> each.name.equalsIgnoreCase(key.friendlyName())).findFirst()
				.or(() -> candidates.stream().findFirst());
	}

	private StoredKey stored(SafeBag key, Found found) throws IOException {
		found.used = true;
		return new StoredKey(StoreAlias.parse(found.name).friendlyName(), found.certificate, issuers(found.certificate),
				StoreBags.protectedKey(key));
	}

	private List<X509Certificate> issuers(X509Certificate certificate) {
		List<X509Certificate> chain = new ArrayList<>();
		Optional<Found> issuer = issuer(certificate);
		while (issuer.isPresent() && !chain.contains(issuer.get().certificate)) {
			issuer.get().used = true;
			chain.add(issuer.get().certificate);
			issuer = issuer(issuer.get().certificate);
		}
		return chain;
	}

	private Optional<Found> issuer(X509Certificate certificate) {
		X500Principal name = certificate.getIssuerX500Principal();
		if (name.equals(certificate.getSubjectX500Principal())) {
			return Optional.empty();
		}
		List<Found> candidates = unmarked.getOrDefault(name, List.of());
		return candidates.size() == 1 ? Optional.of(candidates.get(0))
				: candidates.stream().filter(each -> hasSigned(each.certificate, certificate)).findFirst();
	}

	private static boolean hasSigned(X509Certificate issuer, X509Certificate certificate) {
		try {
			certificate.verify(issuer.getPublicKey());
			return true;
		} catch (GeneralSecurityException e) {
			return false;
		}
	}
}
