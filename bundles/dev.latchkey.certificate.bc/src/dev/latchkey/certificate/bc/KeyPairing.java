package dev.latchkey.certificate.bc;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.util.ArrayList;
import java.util.List;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.KeyMaterial;

/**
 * Joins keys and certificates. The marks that programs put on them only choose between several that fit: what fits is decided
 * by the keys themselves.
 */
final class KeyPairing {

	private final Provider provider;
	private final PfxContent content;
	private final IssuerChain chain;

	/** @param provider knows more curves than the platform does */
	KeyPairing(Provider provider, PfxContent content) {
		this.provider = provider;
		this.content = content;
		chain = new IssuerChain(content.certificates().stream().map(PfxContent.Certificate::certificate).toList());
	}

	/** @throws CertificateAccessException NO_PRIVATE_KEY, NO_CERTIFICATE or KEY_MISMATCH when there is no pair */
	List<KeyMaterial> pairs() throws CertificateAccessException {
		List<KeyMaterial> pairs = new ArrayList<>();
		for (PfxContent.Key key : content.keys()) {
			candidates(key).forEach(certificate -> pairs.add(material(key, certificate)));
		}
		if (pairs.isEmpty()) {
			throw new CertificateAccessException(missing());
		}
		return List.copyOf(pairs);
	}

	/** Several certificates of one key are usual after a renewal: the marked one, or all of them. */
	private List<PfxContent.Certificate> candidates(PfxContent.Key key) {
		List<PfxContent.Certificate> fitting = content.certificates().stream()
				.filter(each -> fits(key.key(), each.certificate().getPublicKey())).toList();
		List<PfxContent.Certificate> marked = fitting.stream().filter(each -> each.isMarkedFor(key)).toList();
		return marked.isEmpty() ? fitting : marked;
	}

	private KeyMaterial material(PfxContent.Key key, PfxContent.Certificate certificate) {
		String name = key.friendlyName().isEmpty() ? certificate.friendlyName() : key.friendlyName();
		X509Certificate x509 = certificate.certificate();
		return new KeyMaterial(key.key(), x509, chain.above(x509), name);
	}

	private Reason missing() {
		if (content.keys().isEmpty()) {
			return Reason.NO_PRIVATE_KEY;
		}
		boolean meant = content.keys().size() == 1 && content.certificates().size() == 1 || content.keys().stream()
				.anyMatch(key -> content.certificates().stream().anyMatch(each -> each.isMarkedFor(key)));
		return meant ? Reason.KEY_MISMATCH : Reason.NO_CERTIFICATE;
	}

	private boolean fits(PrivateKey key, PublicKey publicKey) {
		if (key instanceof RSAKey rsa && publicKey instanceof RSAKey rsaPublic) {
			return rsa.getModulus().equals(rsaPublic.getModulus());
		}
		return key.getAlgorithm().equals(publicKey.getAlgorithm()) && signatureFits(key, publicKey);
	}

	private boolean signatureFits(PrivateKey key, PublicKey publicKey) {
		String algorithm = switch (key.getAlgorithm()) {
			case "EC" -> "SHA256withECDSA"; //$NON-NLS-1$ //$NON-NLS-2$
			case "DSA" -> "SHA256withDSA"; //$NON-NLS-1$ //$NON-NLS-2$
			default -> key.getAlgorithm();
		};
		try {
			Signature signature = Signature.getInstance(algorithm, provider);
			signature.initSign(key);
			byte[] signed = signature.sign();
			signature.initVerify(publicKey);
			return signature.verify(signed);
		} catch (GeneralSecurityException e) {
			return false;
		}
	}
}
