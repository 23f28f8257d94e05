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
		return new ClientCertificate(entry.certificate(), new EntrySigner(entry));
	}

	private record EntrySigner(CertificateEntry entry) implements ClientCertificate.Signer {

		@Override
		public byte[] signPs256(byte[] data) throws GeneralSecurityException {
			return sign(SignatureAlgorithm.PS256, data);
		}

		@Override
		public byte[] signRs256(byte[] data) throws GeneralSecurityException {
			return sign(SignatureAlgorithm.RS256, data);
		}

		private byte[] sign(SignatureAlgorithm algorithm, byte[] data) throws GeneralSecurityException {
			try {
				return entry.key().open().sign(algorithm, data);
			} catch (CertificateAccessException e) {
				throw new InvalidKeyException(e.reason().name(), e);
			}
		}
	}
}
