package dev.latchkey.certificate.bc;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.KeyMaterial;

/**
 * Joins keys and certificates. The marks that programs put on them only choose between several that fit: what fits is decided
 * by the keys themselves.
 */
final class KeyPairing {

	private static final double TRIAL_NANOS = 5e6;

	private final List<KeyFileParts.Key> keys;
	private final IssuerChain chain;
	private final Effort effort;
	private final Map<Object, List<KeyFileParts.Certificate>> byIdentity = new HashMap<>();
	private final List<KeyFileParts.Certificate> unidentified = new ArrayList<>();

	KeyPairing(KeyFileParts parts, IssuerChain chain, Effort effort) {
		keys = parts.keys();
		this.chain = chain;
		this.effort = effort;
		for (KeyFileParts.Certificate each : parts.certificates()) {
			KeyIdentity.of(each.certificate().getPublicKey()).ifPresentOrElse(
					identity -> byIdentity.computeIfAbsent(identity, any -> new ArrayList<>()).add(each),
					() -> unidentified.add(each));
		}
	}

	/**
	 * @return in the order of the keys, each certificate once; may be empty
	 * @throws CertificateAccessException TOO_EXPENSIVE
	 */
	List<KeyMaterial> pairs() throws CertificateAccessException {
		Map<X509Certificate, KeyMaterial> pairs = new LinkedHashMap<>();
		for (KeyFileParts.Key key : keys) {
			for (KeyFileParts.Certificate certificate : candidates(key)) {
				KeyMaterial pair = material(key, certificate);
				pairs.merge(certificate.certificate(), pair, (old, more) -> old.friendlyName().isEmpty() ? more : old);
			}
		}
		return List.copyOf(pairs.values());
	}

	/** Several certificates of one key are usual after a renewal: the marked one, or all of them. */
	private List<KeyFileParts.Certificate> candidates(KeyFileParts.Key key) throws CertificateAccessException {
		List<KeyFileParts.Certificate> fitting = fitting(key.key());
		List<KeyFileParts.Certificate> marked = fitting.stream().filter(each -> each.isMarkedFor(key)).toList();
		return marked.isEmpty() ? fitting : marked;
	}

	private List<KeyFileParts.Certificate> fitting(PrivateKey key) throws CertificateAccessException {
		Optional<Object> identity = KeyIdentity.of(key, effort);
		if (identity.isPresent()) {
			return byIdentity.getOrDefault(identity.get(), List.of());
		}
		List<KeyFileParts.Certificate> fitting = new ArrayList<>();
		for (KeyFileParts.Certificate each : unidentified) {
			PublicKey publicKey = each.certificate().getPublicKey();
			if (Objects.equals(key.getAlgorithm(), publicKey.getAlgorithm()) && signatureFits(key, publicKey)) {
				fitting.add(each);
			}
		}
		return fitting;
	}

	/** For algorithms that are newer than this code: their signatures are named as their keys are. */
	private boolean signatureFits(PrivateKey key, PublicKey publicKey) throws CertificateAccessException {
		effort.spend(TRIAL_NANOS);
		try {
			Signature signature = Signature.getInstance(key.getAlgorithm(), BouncyCastle.provider());
			signature.initSign(key);
			byte[] signed = signature.sign();
			signature.initVerify(publicKey);
			return signature.verify(signed);
		} catch (GeneralSecurityException | RuntimeException e) {
			return false;
		}
	}

	private KeyMaterial material(KeyFileParts.Key key, KeyFileParts.Certificate certificate)
			throws CertificateAccessException {
		String name = key.friendlyName().isEmpty() ? certificate.friendlyName() : key.friendlyName();
		X509Certificate x509 = certificate.certificate();
		return new KeyMaterial(key.key(), x509, chain.above(x509), name);
	}
}
