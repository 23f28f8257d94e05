package dev.latchkey.certificate.bc;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.function.Function;

import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

import dev.latchkey.certificate.CertificateAccessException;

/**
 * A hash function as files name it. The platform's implementations come first: they use the processor's instructions and are
 * several times faster than Bouncy Castle's.
 */
enum Hash {

	MD2("MD2", 16, 1000, "1.2.840.113549.2.2", ""), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	MD5("MD5", 64, 150, "1.2.840.113549.2.5", "1.3.6.1.5.5.8.1.1"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	SHA1("SHA-1", 64, 100, "1.3.14.3.2.26", "1.2.840.113549.2.7"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	SHA224("SHA-224", 64, 150, "2.16.840.1.101.3.4.2.4", "1.2.840.113549.2.8"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	SHA256("SHA-256", 64, 150, "2.16.840.1.101.3.4.2.1", "1.2.840.113549.2.9"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	SHA384("SHA-384", 128, 400, "2.16.840.1.101.3.4.2.2", "1.2.840.113549.2.10"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	SHA512("SHA-512", 128, 400, "2.16.840.1.101.3.4.2.3", "1.2.840.113549.2.11"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	SHA512_224("SHA-512/224", 128, 400, "2.16.840.1.101.3.4.2.5", "1.2.840.113549.2.12"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	SHA512_256("SHA-512/256", 128, 400, "2.16.840.1.101.3.4.2.6", "1.2.840.113549.2.13"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	SHA3_224("SHA3-224", 144, 900, "2.16.840.1.101.3.4.2.7", "2.16.840.1.101.3.4.2.13"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	SHA3_256("SHA3-256", 136, 900, "2.16.840.1.101.3.4.2.8", "2.16.840.1.101.3.4.2.14"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	SHA3_384("SHA3-384", 104, 900, "2.16.840.1.101.3.4.2.9", "2.16.840.1.101.3.4.2.15"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	SHA3_512("SHA3-512", 72, 900, "2.16.840.1.101.3.4.2.10", "2.16.840.1.101.3.4.2.16"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	RIPEMD160("RIPEMD160", 64, 500, "1.3.36.3.2.1", "1.3.6.1.5.5.8.1.4"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$

	private final String jcaName;
	private final int blockBytes;
	private final double nanos;
	private final String digestId;
	private final String hmacId;

	Hash(String jcaName, int blockBytes, double nanos, String digestId, String hmacId) {
		this.jcaName = jcaName;
		this.blockBytes = blockBytes;
		this.nanos = nanos;
		this.digestId = digestId;
		this.hmacId = hmacId;
	}

	/** @throws CertificateAccessException UNSUPPORTED_ALGORITHM */
	static Hash ofDigest(AlgorithmIdentifier algorithm) throws CertificateAccessException {
		return of(algorithm, hash -> hash.digestId);
	}

	/** @throws CertificateAccessException UNSUPPORTED_ALGORITHM */
	static Hash ofHmac(AlgorithmIdentifier algorithm) throws CertificateAccessException {
		return of(algorithm, hash -> hash.hmacId);
	}

	private static Hash of(AlgorithmIdentifier algorithm, Function<Hash, String> id) throws CertificateAccessException {
		return Arrays.stream(values()).filter(hash -> id.apply(hash).equals(algorithm.getAlgorithm().getId())).findFirst()
				.orElseThrow(() -> Algorithms.unsupported(algorithm, null));
	}

	/** A fresh one that can be cloned in any state. */
	MessageDigest digest() {
		try {
			MessageDigest ofPlatform = MessageDigest.getInstance(jcaName);
			ofPlatform.clone();
			return ofPlatform;
		} catch (NoSuchAlgorithmException | CloneNotSupportedException e) {
			return ofBouncyCastle();
		}
	}

	private MessageDigest ofBouncyCastle() {
		try {
			return MessageDigest.getInstance(jcaName, BouncyCastle.provider());
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("Bouncy Castle has " + jcaName, e); //$NON-NLS-1$
		}
	}

	/** Size of the blocks that it works on: 64 for SHA-256. */
	int blockBytes() {
		return blockBytes;
	}

	/** What one block takes on a machine of the year 2024, where the processor helps and a little more. */
	double nanos() {
		return nanos;
	}
}
