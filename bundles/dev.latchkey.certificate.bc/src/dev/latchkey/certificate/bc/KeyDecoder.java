package dev.latchkey.certificate.bc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Map;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;

/**
 * Makes objects of the platform from encoded keys and certificates, so that the platform's own signatures take them; what the
 * platform does not know becomes Bouncy Castle's.
 */
final class KeyDecoder {

	/** The kinds of keys that Bouncy Castle is asked for: others of its own are expensive to decode, or hold Java objects. */
	private static final Map<ASN1ObjectIdentifier, String> ALGORITHMS = Map.of( //
			X9ObjectIdentifiers.id_ecPublicKey, "EC", //$NON-NLS-1$
			new ASN1ObjectIdentifier("2.16.840.1.101.3.4.3.17"), "ML-DSA-44", //$NON-NLS-1$ //$NON-NLS-2$
			new ASN1ObjectIdentifier("2.16.840.1.101.3.4.3.18"), "ML-DSA-65", //$NON-NLS-1$ //$NON-NLS-2$
			new ASN1ObjectIdentifier("2.16.840.1.101.3.4.3.19"), "ML-DSA-87"); //$NON-NLS-1$ //$NON-NLS-2$

	/** Bouncy Castle tests moduli for being prime, and accepts curves that a file defines. */
	private static final double NANOS_PER_KEY_BYTE = 4e5;
	private static final int MAX_PUBLIC_KEY_BYTES = 600;

	private final Effort effort;

	KeyDecoder(Effort effort) {
		this.effort = effort;
	}

	/** @throws CertificateAccessException UNSUPPORTED_ALGORITHM, CORRUPT or TOO_EXPENSIVE */
	PrivateKey key(PrivateKeyInfo info) throws CertificateAccessException {
		ASN1ObjectIdentifier algorithm = info.getPrivateKeyAlgorithm().getAlgorithm();
		byte[] encoded = {};
		try {
			encoded = info.getEncoded();
			return KeyFactory.getInstance(ALGORITHMS.getOrDefault(algorithm, algorithm.getId()))
					.generatePrivate(new PKCS8EncodedKeySpec(encoded));
		} catch (GeneralSecurityException | IOException e) {
			if (ALGORITHMS.containsKey(algorithm)) {
				effort.spend(NANOS_PER_KEY_BYTE * encoded.length);
				return ofBouncyCastle(info);
			}
			throw PKCSObjectIdentifiers.rsaEncryption.equals(algorithm) ? new CertificateAccessException(Reason.CORRUPT, e)
					: Algorithms.unsupported(info.getPrivateKeyAlgorithm(), e);
		} finally {
			Arrays.fill(encoded, (byte) 0);
		}
	}

	private static PrivateKey ofBouncyCastle(PrivateKeyInfo info) throws CertificateAccessException {
		PrivateKey key;
		try {
			BouncyCastle.provider(); // it fills the table that is asked here
			key = BouncyCastleProvider.getPrivateKey(info);
		} catch (IOException | RuntimeException e) {
			throw new CertificateAccessException(Reason.CORRUPT, e);
		}
		if (key == null) {
			throw Algorithms.unsupported(info.getPrivateKeyAlgorithm(), null);
		}
		return key;
	}

	/** @throws CertificateAccessException CORRUPT or TOO_EXPENSIVE */
	X509Certificate certificate(byte[] der) throws CertificateAccessException {
		try {
			return certificate(CertificateFactory.getInstance("X.509"), der); //$NON-NLS-1$
		} catch (CertificateException | RuntimeException e) {
			return ofBouncyCastle(der);
		}
	}

	private X509Certificate ofBouncyCastle(byte[] der) throws CertificateAccessException {
		try {
			int keyBytes = Certificate.getInstance(der).getSubjectPublicKeyInfo().getEncoded().length;
			if (keyBytes > MAX_PUBLIC_KEY_BYTES) {
				throw new CertificateException();
			}
			effort.spend(NANOS_PER_KEY_BYTE * keyBytes);
			return checked(certificate(CertificateFactory.getInstance("X.509", BouncyCastle.provider()), der)); //$NON-NLS-1$
		} catch (CertificateException | IOException | RuntimeException e) {
			effort.pause();
			throw new CertificateAccessException(Reason.CORRUPT, e);
		}
	}

	/** Bouncy Castle's are decoded when they are used, and would only then fail. */
	private static X509Certificate checked(X509Certificate certificate) {
		certificate.getPublicKey();
		certificate.getSubjectX500Principal();
		certificate.getIssuerX500Principal();
		certificate.getNotBefore();
		certificate.getNotAfter();
		certificate.getSigAlgName();
		certificate.getKeyUsage();
		certificate.getBasicConstraints();
		return certificate;
	}

	private static X509Certificate certificate(CertificateFactory factory, byte[] der) throws CertificateException {
		if (factory.generateCertificate(new ByteArrayInputStream(der)) instanceof X509Certificate certificate) {
			return certificate;
		}
		throw new CertificateException();
	}
}
