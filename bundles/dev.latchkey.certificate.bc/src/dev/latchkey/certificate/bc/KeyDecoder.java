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

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;

/**
 * Makes objects of the platform from encoded keys and certificates, so that the platform's own signatures take them; what the
 * platform does not know becomes Bouncy Castle's.
 */
final class KeyDecoder {

	private KeyDecoder() {
	}

	/** @throws CertificateAccessException UNSUPPORTED_ALGORITHM or CORRUPT */
	static PrivateKey key(PrivateKeyInfo info) throws CertificateAccessException {
		byte[] encoded = {};
		try {
			encoded = info.getEncoded();
			return KeyFactory.getInstance(algorithm(info.getPrivateKeyAlgorithm().getAlgorithm()))
					.generatePrivate(new PKCS8EncodedKeySpec(encoded));
		} catch (GeneralSecurityException | IOException e) {
			return ofBouncyCastle(info);
		} finally {
			Arrays.fill(encoded, (byte) 0);
		}
	}

	/** The platform knows the factory of elliptic curves by name only. */
	private static String algorithm(ASN1ObjectIdentifier algorithm) {
		return X9ObjectIdentifiers.id_ecPublicKey.equals(algorithm) ? "EC" : algorithm.getId(); //$NON-NLS-1$
	}

	private static PrivateKey ofBouncyCastle(PrivateKeyInfo info) throws CertificateAccessException {
		try {
			BouncyCastle.provider(); // it fills the table that is asked here
			PrivateKey key = BouncyCastleProvider.getPrivateKey(info);
			if (key != null) {
				return key;
			}
			throw Algorithms.unsupported(info.getPrivateKeyAlgorithm(), null);
		} catch (IOException | RuntimeException e) {
			throw new CertificateAccessException(Reason.CORRUPT, e);
		}
	}

	/** @throws CertificateAccessException CORRUPT */
	static X509Certificate certificate(byte[] der) throws CertificateAccessException {
		try {
			return certificate(CertificateFactory.getInstance("X.509"), der); //$NON-NLS-1$
		} catch (CertificateException e) {
			try {
				return certificate(CertificateFactory.getInstance("X.509", BouncyCastle.provider()), der); //$NON-NLS-1$
			} catch (CertificateException | RuntimeException notEither) {
				throw new CertificateAccessException(Reason.CORRUPT, notEither);
			}
		}
	}

	private static X509Certificate certificate(CertificateFactory factory, byte[] der) throws CertificateException {
		if (factory.generateCertificate(new ByteArrayInputStream(der)) instanceof X509Certificate certificate) {
			return certificate;
		}
		throw new CertificateException();
	}
}
