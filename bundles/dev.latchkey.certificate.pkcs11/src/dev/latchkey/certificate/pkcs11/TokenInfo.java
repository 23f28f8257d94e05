package dev.latchkey.certificate.pkcs11;

import java.nio.charset.StandardCharsets;

import com.sun.jna.Memory;

/**
 * A token as it is now.
 *
 * @param slot  where it is
 * @param token which one it is
 * @param flags CKF_… of CK_TOKEN_INFO
 */
record TokenInfo(long slot, TokenName token, long flags) {

	private static final int LABEL_BYTES = 32;
	private static final int MODEL_OFFSET = 64;
	private static final int SERIAL_OFFSET = 80;
	private static final int SHORT_BYTES = 16;
	private static final int FLAGS_OFFSET = 96;
	/** More than CK_TOKEN_INFO has on any platform. */
	private static final int BYTES = 256;

	static TokenInfo read(NativeModule module, long slot) throws CryptokiException {
		try (Memory info = new Memory(BYTES)) {
			info.clear();
			module.call(Function.C_GET_TOKEN_INFO, slot, info);
			String label = text(info, 0, LABEL_BYTES);
			TokenName name = new TokenName(label.isEmpty() ? text(info, MODEL_OFFSET, SHORT_BYTES) : label,
					text(info, SERIAL_OFFSET, SHORT_BYTES));
			return new TokenInfo(slot, name, Layout.HERE.read(info, FLAGS_OFFSET));
		}
	}

	boolean has(long flag) {
		return (flags & flag) != 0;
	}

	/** Padded with blanks, by some with zeros. */
	private static String text(Memory info, int offset, int bytes) {
		return new String(info.getByteArray(offset, bytes), StandardCharsets.UTF_8).replace('\0', ' ').strip();
	}
}
