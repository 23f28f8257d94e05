package dev.latchkey.certificate.bc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;

import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;

/**
 * Makes objects of the platform from encoded keys and certificates, so that the platform's own signatures take them; what the
 * platform does not know becomes Bouncy Castle's.
 */
final class KeyDecoder {

	private final Provider provider;

	KeyDecoder(Provider provider) {
		this.provider = provider;
	}

	/** @throws CertificateAccessException UNSUPPORTED_ALGORITHM */
	PrivateKey key(PrivateKeyInfo info) throws CertificateAccessException {
		try {
			return KeyFactory.getInstance(info.getPrivateKeyAlgorithm().getAlgorithm().getId())
					.generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
		} catch (GeneralSecurityException | IOException e) {
			return ofBouncyCastle(info);
		}
	}

	private PrivateKey ofBouncyCastle(PrivateKeyInfo info) throws CertificateAccessException {
		try {
			return new JcaPEMKeyConverter().setProvider(provider).getPrivateKey(info);
		} catch (PEMException e) {
			throw Algorithms.unsupported(info.getPrivateKeyAlgorithm(), e);
		}
	}

	/** @throws CertificateAccessException CORRUPT */
	X509Certificate certificate(byte[] der) throws CertificateAccessException {
		try {
			return certificate(CertificateFactory.getInstance("X.509"), der); //$NON-NLS-1$
		} catch (CertificateException e) {
			try {
				return certificate(CertificateFactory.getInstance("X.509", provider), der); //$NON-NLS-1$
			} catch (CertificateException notEither) {
				throw new CertificateAccessException(Reason.CORRUPT, notEither);
			}
		}
	}

	private static X509Certificate certificate(CertificateFactory factory, byte[] der) throws CertificateException {
		return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
	}
}
