package dev.latchkey.certificate.bc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAKey;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.DSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.DSAPublicKeyParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.Ed448PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed448PublicKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;

import dev.latchkey.certificate.CertificateAccessException;

/**
 * What is the same in a private key and its public key. Worked out once per key, because trying each key on each certificate
 * would take too long in a file that somebody has made for that.
 */
final class KeyIdentity {

	/** Those that the factories below make parameters of in a time that can be told. */
	private static final Set<String> ALGORITHMS = Set.of("EC", "ECDSA", "DSA", "EdDSA", "Ed25519", "Ed448"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$

	/** A key that names its curve is shorter; others bring a curve of their own, or are DSA. */
	private static final int LONG = 300;
	private static final int TOO_LONG = 2000;
	private static final double NANOS = 5e5;
	private static final double LONG_NANOS = 5e7;

	private KeyIdentity() {
	}

	/**
	 * @return equal for keys that belong together; empty for algorithms that are not known here
	 * @throws CertificateAccessException TOO_EXPENSIVE
	 */
	static Optional<Object> of(PrivateKey key, Effort effort) throws CertificateAccessException {
		if (key instanceof RSAKey rsa) {
			return Optional.of(rsa.getModulus());
		}
		byte[] encoded = encoded(key, effort);
		try {
			return encoded.length == 0 ? Optional.empty() : of(PrivateKeyFactory.createKey(encoded));
		} catch (IOException | RuntimeException e) {
			// Bouncy Castle's way to say that it does not know the algorithm, or the curve
			return Optional.empty();
		} finally {
			Arrays.fill(encoded, (byte) 0);
		}
	}

	/** As the other one. */
	static Optional<Object> of(PublicKey key, Effort effort) throws CertificateAccessException {
		if (key instanceof RSAKey rsa) {
			return Optional.of(rsa.getModulus());
		}
		byte[] encoded = encoded(key, effort);
		try {
			return encoded.length == 0 ? Optional.empty() : of(PublicKeyFactory.createKey(encoded));
		} catch (IOException | RuntimeException e) {
			return Optional.empty();
		}
	}

	/** @return no bytes where the key is of no use here */
	private static byte[] encoded(Key key, Effort effort) throws CertificateAccessException {
		byte[] encoded = ALGORITHMS.contains(key.getAlgorithm()) ? key.getEncoded() : null;
		if (encoded == null || encoded.length > TOO_LONG) {
			return new byte[0];
		}
		effort.spend(encoded.length > LONG ? LONG_NANOS : NANOS);
		return encoded;
	}

	private static Optional<Object> of(AsymmetricKeyParameter key) {
		if (key instanceof ECPrivateKeyParameters ec) {
			return bytes(ec.getParameters().getG().multiply(ec.getD()).getEncoded(false));
		}
		if (key instanceof ECPublicKeyParameters ec) {
			return bytes(ec.getQ().getEncoded(false));
		}
		if (key instanceof DSAPrivateKeyParameters dsa) {
			return Optional.of(dsa.getParameters().getG().modPow(dsa.getX(), dsa.getParameters().getP()));
		}
		return key instanceof DSAPublicKeyParameters dsa ? Optional.of(dsa.getY()) : edwards(key);
	}

	private static Optional<Object> edwards(AsymmetricKeyParameter key) {
		if (key instanceof Ed25519PrivateKeyParameters edwards) {
			return bytes(edwards.generatePublicKey().getEncoded());
		}
		if (key instanceof Ed25519PublicKeyParameters edwards) {
			return bytes(edwards.getEncoded());
		}
		if (key instanceof Ed448PrivateKeyParameters edwards) {
			return bytes(edwards.generatePublicKey().getEncoded());
		}
		return key instanceof Ed448PublicKeyParameters edwards ? bytes(edwards.getEncoded()) : Optional.empty();
	}

	private static Optional<Object> bytes(byte[] bytes) {
		return Optional.of(ByteBuffer.wrap(bytes));
	}
}
