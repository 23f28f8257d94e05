package dev.latchkey.certificate.pkcs11;

/** Functions of a module, by their place in CK_FUNCTION_LIST. */
enum Function {

	C_INITIALIZE(0), C_GET_SLOT_LIST(4), C_GET_TOKEN_INFO(6), C_OPEN_SESSION(12), C_CLOSE_SESSION(13), C_GET_SESSION_INFO(15),
	C_LOGIN(18), C_GET_ATTRIBUTE_VALUE(24), C_FIND_OBJECTS_INIT(26), C_FIND_OBJECTS(27), C_FIND_OBJECTS_FINAL(28),
	C_SIGN_INIT(42), C_SIGN(43);

	private final int index;

	Function(int index) {
		this.index = index;
	}

	int index() {
		return index;
	}
}
