package dev.latchkey.certificate.pkcs11;

/** The numbers of PKCS #11 v2.40 that are used here, under the names of its header files. */
final class Ck {

	static final long CKF_OS_LOCKING_OK = 0x2;
	static final long CKF_SERIAL_SESSION = 0x4;
	static final long CKF_LOGIN_REQUIRED = 0x4;
	static final long CKF_PROTECTED_AUTHENTICATION_PATH = 0x100;
	static final long CKF_TOKEN_INITIALIZED = 0x400;
	static final long CKF_USER_PIN_COUNT_LOW = 0x10000;
	static final long CKF_USER_PIN_FINAL_TRY = 0x20000;
	static final long CKF_USER_PIN_LOCKED = 0x40000;

	static final long CKU_USER = 1;
	static final long CKU_CONTEXT_SPECIFIC = 2;

	static final long CKS_RO_USER_FUNCTIONS = 1;
	static final long CKS_RW_USER_FUNCTIONS = 3;

	static final long CKO_CERTIFICATE = 1;
	static final long CKO_PRIVATE_KEY = 3;
	static final long CKC_X_509 = 0;
	static final long CK_CERTIFICATE_CATEGORY_AUTHORITY = 2;
	static final long CKK_RSA = 0;

	static final long CKA_CLASS = 0x0;
	static final long CKA_TOKEN = 0x1;
	static final long CKA_LABEL = 0x3;
	static final long CKA_VALUE = 0x11;
	static final long CKA_CERTIFICATE_TYPE = 0x80;
	static final long CKA_CERTIFICATE_CATEGORY = 0x87;
	static final long CKA_KEY_TYPE = 0x100;
	static final long CKA_ID = 0x102;
	static final long CKA_MODULUS = 0x120;
	static final long CKA_ALWAYS_AUTHENTICATE = 0x202;

	static final long CKM_RSA_PKCS = 0x1;
	static final long CKM_RSA_PKCS_PSS = 0xD;
	static final long CKM_SHA256_RSA_PKCS = 0x40;
	static final long CKM_SHA256_RSA_PKCS_PSS = 0x43;
	static final long CKM_SHA256 = 0x250;
	static final long CKG_MGF1_SHA256 = 0x2;

	static final long CKR_OK = 0x0;
	static final long CKR_SLOT_ID_INVALID = 0x3;
	static final long CKR_ATTRIBUTE_SENSITIVE = 0x11;
	static final long CKR_ATTRIBUTE_TYPE_INVALID = 0x12;
	static final long CKR_DEVICE_ERROR = 0x30;
	static final long CKR_DEVICE_REMOVED = 0x32;
	static final long CKR_FUNCTION_CANCELED = 0x50;
	static final long CKR_KEY_HANDLE_INVALID = 0x60;
	static final long CKR_KEY_SIZE_RANGE = 0x62;
	static final long CKR_KEY_TYPE_INCONSISTENT = 0x63;
	static final long CKR_KEY_FUNCTION_NOT_PERMITTED = 0x68;
	static final long CKR_MECHANISM_INVALID = 0x70;
	static final long CKR_MECHANISM_PARAM_INVALID = 0x71;
	static final long CKR_OBJECT_HANDLE_INVALID = 0x82;
	static final long CKR_PIN_INCORRECT = 0xA0;
	static final long CKR_PIN_INVALID = 0xA1;
	static final long CKR_PIN_LEN_RANGE = 0xA2;
	static final long CKR_PIN_EXPIRED = 0xA3;
	static final long CKR_PIN_LOCKED = 0xA4;
	static final long CKR_SESSION_CLOSED = 0xB0;
	static final long CKR_SESSION_HANDLE_INVALID = 0xB3;
	static final long CKR_TOKEN_NOT_PRESENT = 0xE0;
	static final long CKR_TOKEN_NOT_RECOGNIZED = 0xE1;
	static final long CKR_USER_ALREADY_LOGGED_IN = 0x100;
	static final long CKR_USER_NOT_LOGGED_IN = 0x101;
	static final long CKR_USER_PIN_NOT_INITIALIZED = 0x102;
	static final long CKR_BUFFER_TOO_SMALL = 0x150;
	static final long CKR_CRYPTOKI_NOT_INITIALIZED = 0x190;
	static final long CKR_CRYPTOKI_ALREADY_INITIALIZED = 0x191;
	static final long CKR_FUNCTION_REJECTED = 0x200;

	private Ck() {
	}
}
