package dev.latchkey.certificate.bc;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.DSAPrivateKey;
import java.security.interfaces.DSAPublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAKey;
import java.security.spec.DSAParameterSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed448PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.math.ec.ECPoint;

import dev.latchkey.certificate.CertificateAccessException;

/**
 * What is the same in a private key and its public key. Worked out once per key, because trying each key on each certificate
 * would take too long in a file that somebody has made for that.
 */
final class KeyIdentity {

	private static final Set<String> EDWARDS = Set.of("EdDSA", "Ed25519", "Ed448"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	private static final Set<String> CURVES = Set.of("EC", "ECDSA"); //$NON-NLS-1$ //$NON-NLS-2$

	/** DSA ends at 3072; a file can have more, and exponentiation takes the cube of it. */
	private static final int MAX_DSA_BITS = 4096;
	private static final double DSA_NANOS = 3e7;

	/** A key that names its curve is shorter; others bring a curve of their own. */
	private static final int LONG_BYTES = 300;
	private static final double LONG_NANOS = 5e7;
	private static final double NANOS = 1e6;

	private KeyIdentity() {
	}

	/** @return equal for keys that belong together; empty for algorithms that are not known here */
	static Optional<Object> of(PublicKey key) {
		if (key instanceof RSAKey rsa) {
			return Optional.of(rsa.getModulus());
		}
		if (key instanceof ECPublicKey curve) {
			return Optional.of(List.of(curve.getW().getAffineX(), curve.getW().getAffineY()));
		}
		if (key instanceof DSAPublicKey dsa) {
			return Optional.of(dsa.getY());
		}
		return EDWARDS.contains(key.getAlgorithm())
				? bytes(SubjectPublicKeyInfo.getInstance(key.getEncoded()).getPublicKeyData().getOctets())
				: Optional.empty();
	}

	/**
	 * As the other one.
	 *
	 * @throws CertificateAccessException TOO_EXPENSIVE
	 */
	static Optional<Object> of(PrivateKey key, Effort effort) throws CertificateAccessException {
		if (key instanceof RSAKey rsa) {
			return Optional.of(rsa.getModulus());
		}
		if (key instanceof DSAPrivateKey dsa) {
			return ofDsa(dsa, effort);
		}
		boolean known = EDWARDS.contains(key.getAlgorithm()) || CURVES.contains(key.getAlgorithm());
		return known ? ofEncoded(key.getEncoded(), effort) : Optional.empty();
	}

	private static Optional<Object> ofDsa(DSAPrivateKey key, Effort effort) throws CertificateAccessException {
		DSAParameterSpec parameters = (DSAParameterSpec) key.getParams();
		BigInteger p = parameters.getP();
		if (p.signum() <= 0 || p.bitLength() > MAX_DSA_BITS || key.getX().bitLength() > MAX_DSA_BITS) {
			return Optional.empty();
		}
		effort.spend(DSA_NANOS);
		return Optional.of(parameters.getG().modPow(key.getX(), p));
	}

	private static Optional<Object> ofEncoded(byte[] encoded, Effort effort) throws CertificateAccessException {
		effort.spend(encoded.length > LONG_BYTES ? LONG_NANOS : NANOS);
		try {
			return of(PrivateKeyFactory.createKey(encoded));
		} catch (IOException | RuntimeException e) {
			// Bouncy Castle's way to say that the curve is none
			return Optional.empty();
		} finally {
			Arrays.fill(encoded, (byte) 0);
		}
	}

	private static Optional<Object> of(AsymmetricKeyParameter key) {
		if (key instanceof ECPrivateKeyParameters curve) {
			ECPoint point = curve.getParameters().getG().multiply(curve.getD()).normalize();
			return Optional.of(List.of(point.getAffineXCoord().toBigInteger(), point.getAffineYCoord().toBigInteger()));
		}
		if (key instanceof Ed25519PrivateKeyParameters edwards) {
			return bytes(edwards.generatePublicKey().getEncoded());
		}
		return key instanceof Ed448PrivateKeyParameters edwards ? bytes(edwards.generatePublicKey().getEncoded())
				: Optional.empty();
	}

	private static Optional<Object> bytes(byte[] bytes) {
		return Optional.of(ByteBuffer.wrap(bytes));
	}
}
