package dev.latchkey.certificate.pkcs11;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;

/** Says what a module's refusal means for who wants to use a key. */
final class Refusal {

	private Refusal() {
	}

	/** @param store for people */
	static CertificateAccessException of(CryptokiException refusal, String store) {
		if (refusal.is(Ck.CKR_PIN_LOCKED)) {
			return new CertificateAccessException(Reason.PIN_BLOCKED, refusal, store);
		}
		if (refusal.is(Ck.CKR_PIN_INCORRECT, Ck.CKR_PIN_EXPIRED, Ck.CKR_USER_NOT_LOGGED_IN, Ck.CKR_USER_PIN_NOT_INITIALIZED,
				Ck.CKR_FUNCTION_CANCELED, Ck.CKR_FUNCTION_REJECTED)) {
			return new CertificateAccessException(Reason.STORE_LOCKED, refusal, store);
		}
		if (refusal.is(Ck.CKR_KEY_HANDLE_INVALID, Ck.CKR_OBJECT_HANDLE_INVALID, Ck.CKR_KEY_FUNCTION_NOT_PERMITTED,
				Ck.CKR_KEY_TYPE_INCONSISTENT, Ck.CKR_KEY_SIZE_RANGE, Ck.CKR_MECHANISM_INVALID, Ck.CKR_MECHANISM_PARAM_INVALID)) {
			return new CertificateAccessException(Reason.KEY_UNUSABLE, refusal);
		}
		return new CertificateAccessException(Reason.STORE_UNAVAILABLE, refusal, store);
	}
}
