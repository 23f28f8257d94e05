package dev.latchkey.registration;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.cert.X509Certificate;
import java.util.Objects;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * The certificate that an application proves itself with.
 *
 * @param certificate the public part, all that ever leaves this computer
 * @param signer      signs with its private key
 */
public record ClientCertificate(X509Certificate certificate, Signer signer) {

	public ClientCertificate {
		Objects.requireNonNull(certificate, "certificate"); //$NON-NLS-1$
		Objects.requireNonNull(signer, "signer"); //$NON-NLS-1$
	}

	/** Signs with the private key, wherever it lives. Called on background threads; may block as long as the key's place takes. */
	@ConsumerType
	@FunctionalInterface
	public interface Signer {

		/**
		 * RSASSA-PSS with SHA-256, MGF1 with SHA-256 and a salt of 32 bytes (PS256, RFC 7518 section 3.5).
		 *
		 * @throws GeneralSecurityException when the key can't be used
		 */
		byte[] signPs256(byte[] data) throws GeneralSecurityException;

		/**
		 * RSASSA-PKCS1-v1_5 with SHA-256 (RS256, RFC 7518 section 3.3); needed for {@link KeyRollover} alone.
		 *
		 * @throws GeneralSecurityException when the key can't be used that way, as here
		 */
		default byte[] signRs256(byte[] data) throws GeneralSecurityException {
			throw new InvalidKeyException("RS256"); //$NON-NLS-1$
		}
	}
}
