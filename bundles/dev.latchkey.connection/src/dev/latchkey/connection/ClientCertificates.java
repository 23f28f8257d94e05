package dev.latchkey.connection;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.SignatureAlgorithm;
import dev.latchkey.registration.ClientCertificate;

/** Joins the certificates that providers have with what a registration uses. */
public final class ClientCertificates {

	private ClientCertificates() {
	}

	/** The entry's certificate, which signs with its key wherever that lies; the key is opened at each signature. */
	public static ClientCertificate of(CertificateEntry entry) {
		return new ClientCertificate(entry.certificate(), data -> sign(entry, data));
	}

	private static byte[] sign(CertificateEntry entry, byte[] data) throws GeneralSecurityException {
		try {
			return entry.key().open().sign(SignatureAlgorithm.PS256, data);
		} catch (CertificateAccessException e) {
			throw new InvalidKeyException(e.reason().name(), e);
		}
	}
}
