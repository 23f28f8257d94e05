package dev.latchkey.certificate.bc;

import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * HMAC (RFC 2104) that keeps the state after its key, so that many short messages cost half of what they cost with
 * {@link javax.crypto.Mac}; and takes the empty key, which that refuses. Not safe for several threads.
 */
final class Hmac {

	private static final byte INNER = 0x36;
	private static final byte OUTER = 0x5c;

	private final MessageDigest inner;
	private final MessageDigest outer;

	/** @param key stays the caller's to clear */
	Hmac(Hash hash, byte[] key) {
		inner = hash.digest();
		outer = hash.digest();
		byte[] block = Arrays.copyOf(key.length > hash.blockBytes() ? hash.digest().digest(key) : key, hash.blockBytes());
		inner.update(xored(block, INNER));
		outer.update(xored(block, (byte) (INNER ^ OUTER)));
		Arrays.fill(block, (byte) 0);
	}

	private static byte[] xored(byte[] block, byte with) {
		for (int i = 0; i < block.length; i++) {
			block[i] ^= with;
		}
		return block;
	}

	int length() {
		return inner.getDigestLength();
	}

	/** @param result receives {@link #length()} bytes; may be the message itself */
	void compute(byte[] message, byte[] result) {
		try {
			MessageDigest first = (MessageDigest) inner.clone();
			first.update(message);
			first.digest(result, 0, length());
			MessageDigest second = (MessageDigest) outer.clone();
			second.update(result, 0, length());
			second.digest(result, 0, length());
		} catch (CloneNotSupportedException | DigestException e) {
			throw new IllegalStateException(e);
		}
	}
}
