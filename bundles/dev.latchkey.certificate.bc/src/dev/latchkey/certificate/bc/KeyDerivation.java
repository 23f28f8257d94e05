package dev.latchkey.certificate.bc;

import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;

import dev.latchkey.certificate.CertificateAccessException;

/**
 * Makes keys from passwords that are bytes already. Written out here, because the libraries' loops can't be interrupted, their
 * encoding of passwords is fixed, and the platform refuses empty ones. Every method announces its work before it begins.
 */
final class KeyDerivation {

	/** What the derived bytes are for (RFC 7292, appendix B.3). */
	enum Purpose {
		KEY(1), IV(2), MAC(3);

		private final byte id;

		Purpose(int id) {
			this.id = (byte) id;
		}
	}

	private final Effort effort;

	KeyDerivation(Effort effort) {
		this.effort = effort;
	}

	/** PBKDF2 (RFC 8018, section 5.2). */
	byte[] pbkdf2(Hash hash, byte[] password, byte[] salt, long iterations, int bytes) throws CertificateAccessException {
		Hmac prf = new Hmac(hash, password);
		int blocks = blocks(bytes, prf.length());
		effort.spend(2.0 * hash.nanos() * blocks * iterations);
		byte[] result = new byte[blocks * prf.length()];
		for (int block = 0; block < blocks; block++) {
			byte[] turn = new byte[prf.length()];
			prf.compute(ByteBuffer.allocate(salt.length + Integer.BYTES).put(salt).putInt(block + 1).array(), turn);
			byte[] sum = turn.clone();
			for (long i = 1; i < iterations; i++) {
				effort.pause(i);
				prf.compute(turn, turn);
				xor(sum, turn);
			}
			System.arraycopy(sum, 0, result, block * sum.length, sum.length);
		}
		return cut(result, bytes);
	}

	private static void xor(byte[] sum, byte[] more) {
		for (int i = 0; i < sum.length; i++) {
			sum[i] ^= more[i];
		}
	}

	/** PBKDF1 (RFC 8018, section 5.1). */
	byte[] pbkdf1(Hash hash, byte[] password, byte[] salt, long iterations, int bytes) throws CertificateAccessException {
		effort.spend(hash.nanos() * iterations);
		MessageDigest digest = hash.digest();
		digest.update(password);
		digest.update(salt);
		byte[] result = repeat(digest, digest.digest(), iterations);
		forget(digest);
		return cut(result, bytes);
	}

	/** The derivation of PKCS #12 (RFC 7292, appendix B.2). */
	byte[] pkcs12(Hash hash, Purpose purpose, byte[] password, byte[] salt, long iterations, int bytes)
			throws CertificateAccessException {
		MessageDigest digest = hash.digest();
		int length = digest.getDigestLength();
		int blocks = blocks(bytes, length);
		effort.spend(hash.nanos() * blocks * iterations);
		byte[] diversifier = new byte[hash.blockBytes()];
		Arrays.fill(diversifier, purpose.id);
		byte[] input = input(salt, password, hash.blockBytes());
		byte[] result = new byte[blocks * length];
		for (int block = 0; block < blocks; block++) {
			digest.update(diversifier);
			digest.update(input);
			byte[] turn = repeat(digest, digest.digest(), iterations);
			System.arraycopy(turn, 0, result, block * length, length);
			increase(input, turn, hash.blockBytes());
		}
		Arrays.fill(input, (byte) 0);
		return cut(result, bytes);
	}

	/** Both, each repeated to whole blocks. */
	private static byte[] input(byte[] salt, byte[] password, int block) {
		int saltBytes = blocks(salt.length, block) * block;
		byte[] input = new byte[saltBytes + blocks(password.length, block) * block];
		for (int i = 0; i < input.length; i++) {
			input[i] = i < saltBytes ? salt[i % salt.length] : password[(i - saltBytes) % password.length];
		}
		return input;
	}

	/** Adds what was derived, and one, to each block of the input. */
	private static void increase(byte[] input, byte[] derived, int block) {
		for (int start = 0; start < input.length; start += block) {
			int carry = 1;
			for (int i = block - 1; i >= 0; i--) {
				int sum = (input[start + i] & 0xff) + (derived[i % derived.length] & 0xff) + carry;
				input[start + i] = (byte) sum;
				carry = sum >> Byte.SIZE;
			}
		}
	}

	/** Hashes the first hash again until there are so many. */
	private byte[] repeat(MessageDigest digest, byte[] first, long iterations) {
		try {
			for (long i = 1; i < iterations; i++) {
				effort.pause(i);
				digest.update(first);
				digest.digest(first, 0, first.length);
			}
			return first;
		} catch (DigestException e) {
			throw new IllegalStateException(e);
		}
	}

	/** OpenSSL's {@code EVP_BytesToKey} with MD5 and one iteration, which protects its traditional PEM files. */
	byte[] openSsl(byte[] password, byte[] salt, int bytes) throws CertificateAccessException {
		MessageDigest digest = Hash.MD5.digest();
		int length = digest.getDigestLength();
		effort.spend(Hash.MD5.nanos() * blocks(bytes, length));
		byte[] result = new byte[blocks(bytes, length) * length];
		for (int end = 0; end < result.length; end += length) {
			digest.update(result, Math.max(0, end - length), Math.min(end, length));
			digest.update(password);
			digest.update(salt);
			System.arraycopy(digest.digest(), 0, result, end, length);
		}
		forget(digest);
		return cut(result, bytes);
	}

	/** What it has digested stays in its buffer otherwise. */
	private static void forget(MessageDigest digest) {
		digest.reset();
	}

	private static int blocks(int bytes, int block) {
		return (bytes + block - 1) / block;
	}

	private static byte[] cut(byte[] secret, int bytes) {
		byte[] result = Arrays.copyOf(secret, bytes);
		Arrays.fill(secret, (byte) 0);
		return result;
	}
}
