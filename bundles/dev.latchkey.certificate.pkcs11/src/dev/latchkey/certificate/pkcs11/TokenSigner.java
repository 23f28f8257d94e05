package dev.latchkey.certificate.pkcs11;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.SignatureAlgorithm;
import dev.latchkey.certificate.SigningKey;

/** Signs with a key that stays on its token. */
final class TokenSigner implements SigningKey.Signer {

	private final Token token;
	private final TokenKey key;

	TokenSigner(Token token, TokenKey key) {
		this.token = token;
		this.key = key;
	}

	/** Unlocks the token now, because who opens a key can be told why that failed. */
	SigningKey open() throws CertificateAccessException {
		token.use((session, again) -> find(session));
		return new SigningKey(key.algorithm(), this);
	}

	@Override
	public byte[] sign(SignatureAlgorithm algorithm, byte[] data) throws GeneralSecurityException {
		if (!"RSA".equals(key.algorithm())) { //$NON-NLS-1$
			throw new InvalidKeyException("Not an RSA key: " + key.algorithm()); //$NON-NLS-1$
		}
		try {
			return token.use((session, again) -> sign(session, again, algorithm, data));
		} catch (CertificateAccessException e) {
			throw new InvalidKeyException(e.getLocalizedMessage(), e);
		}
	}

	private byte[] sign(Session session, Session.Consent again, SignatureAlgorithm algorithm, byte[] data)
			throws CryptokiException, CertificateAccessException {
		long handle = find(session);
		Session.Consent consent = wantsConsent(session, handle) ? again : () -> { };
		CryptokiException unknown = null;
		for (Mechanism mechanism : Mechanism.of(algorithm)) {
			try {
				return session.sign(mechanism, handle, data, consent);
			} catch (CryptokiException e) {
				if (!e.is(Ck.CKR_MECHANISM_INVALID, Ck.CKR_MECHANISM_PARAM_INVALID)) {
					throw e;
				}
				unknown = e;
			}
		}
		throw unknown;
	}

	private long find(Session session) throws CryptokiException, CertificateAccessException {
		return key.find(session).orElseThrow(() -> new CertificateAccessException(Reason.KEY_UNUSABLE));
	}

	private static boolean wantsConsent(Session session, long handle) throws CryptokiException {
		return session.attribute(handle, Ck.CKA_ALWAYS_AUTHENTICATE).filter(value -> value.length == 1 && value[0] != 0).isPresent();
	}
}
