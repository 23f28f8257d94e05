package dev.latchkey.certificate.pkcs11;

import java.util.Set;

/** A function of a module has refused, with one of the CKR numbers. */
final class CryptokiException extends Exception {

	private static final long serialVersionUID = 1;

	/** What a session says when it, its login or its token is gone; the token itself may well be back. */
	private static final Set<Long> LOST = Set.of(Ck.CKR_SESSION_CLOSED, Ck.CKR_SESSION_HANDLE_INVALID, Ck.CKR_DEVICE_REMOVED,
			Ck.CKR_DEVICE_ERROR, Ck.CKR_TOKEN_NOT_PRESENT, Ck.CKR_TOKEN_NOT_RECOGNIZED, Ck.CKR_USER_NOT_LOGGED_IN,
			Ck.CKR_SLOT_ID_INVALID, Ck.CKR_CRYPTOKI_NOT_INITIALIZED, Ck.CKR_KEY_HANDLE_INVALID, Ck.CKR_OBJECT_HANDLE_INVALID);

	private final long code;

	/** @param function the name of the function, for the log */
	CryptokiException(String function, long code) {
		super(function + " answered 0x" + Long.toHexString(code)); //$NON-NLS-1$
		this.code = code;
	}

	/** One of {@code Ck.CKR_…}, or a vendor's own. */
	long code() {
		return code;
	}

	boolean is(long... codes) {
		for (long each : codes) {
			if (each == code) {
				return true;
			}
		}
		return false;
	}

	/** Whether a new session may do what this one could not. */
	boolean isLoss() {
		return LOST.contains(code);
	}
}
