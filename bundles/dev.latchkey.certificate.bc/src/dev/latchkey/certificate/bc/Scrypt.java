package dev.latchkey.certificate.bc;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.Arrays;

import org.bouncycastle.asn1.misc.ScryptParams;
import org.bouncycastle.crypto.engines.Salsa20Engine;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;

/** scrypt (RFC 7914), which can be interrupted, as Bouncy Castle's can't. */
final class Scrypt {

	private static final int SALSA_ROUNDS = 8;
	private static final int SALSA_INTS = 16;
	private static final double NANOS_PER_BYTE = 1.5;
	private static final int BYTES_PER_BLOCK = 128;

	private final Effort effort;
	private final byte[] salt;
	private final int cost;
	private final int ints;
	private final int parallel;

	/** @throws CertificateAccessException CORRUPT or TOO_EXPENSIVE */
	Scrypt(ScryptParams parameters, Effort effort) throws CertificateAccessException {
		this.effort = effort;
		salt = parameters.getSalt();
		long n = effort.count(parameters.getCostParameter());
		long blockBytes = effort.count(parameters.getBlockSize());
		long p = effort.count(parameters.getParallelizationParameter());
		effort.allocate((double) BYTES_PER_BLOCK * blockBytes * n);
		effort.allocate((double) BYTES_PER_BLOCK * blockBytes * p);
		if (n < 2 || Long.bitCount(n) != 1) {
			throw new CertificateAccessException(Reason.CORRUPT);
		}
		cost = (int) n;
		ints = (int) (BYTES_PER_BLOCK * blockBytes) / Integer.BYTES;
		parallel = (int) p;
	}

	byte[] derive(byte[] password, int bytes) throws CertificateAccessException {
		effort.spend(2 * NANOS_PER_BYTE * Integer.BYTES * ints * cost * parallel);
		KeyDerivation derivation = new KeyDerivation(effort);
		byte[] blocks = derivation.pbkdf2(Hash.SHA256, password, salt, 1, parallel * ints * Integer.BYTES);
		IntBuffer buffer = ByteBuffer.wrap(blocks).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
		int[][] table = table();
		int[] block = new int[ints];
		for (int i = 0; i < parallel; i++) {
			buffer.get(i * ints, block);
			buffer.put(i * ints, mix(block, table));
		}
		Arrays.fill(block, 0);
		byte[] key = derivation.pbkdf2(Hash.SHA256, password, blocks, 1, bytes);
		Arrays.fill(blocks, (byte) 0);
		return key;
	}

	private int[][] table() throws CertificateAccessException {
		try {
			return new int[cost][ints];
		} catch (OutOfMemoryError e) {
			throw new CertificateAccessException(Reason.TOO_EXPENSIVE, e);
		}
	}

	/** RFC 7914, section 5. */
	private int[] mix(int[] start, int[][] table) {
		int[] x = start;
		int[] spare = new int[ints];
		for (int[] row : table) {
			effort.pause();
			System.arraycopy(x, 0, row, 0, ints);
			int[] next = mixBlock(x, spare);
			spare = x;
			x = next;
		}
		for (int i = 0; i < cost; i++) {
			effort.pause();
			int[] row = table[x[ints - SALSA_INTS] & (cost - 1)];
			for (int k = 0; k < ints; k++) {
				x[k] ^= row[k];
			}
			int[] next = mixBlock(x, spare);
			spare = x;
			x = next;
		}
		return x;
	}

	/** RFC 7914, section 4. */
	private int[] mixBlock(int[] in, int[] out) {
		int[] x = Arrays.copyOfRange(in, ints - SALSA_INTS, ints);
		int[] salsa = new int[SALSA_INTS];
		int half = ints / 2;
		for (int start = 0; start < ints; start += SALSA_INTS) {
			for (int k = 0; k < SALSA_INTS; k++) {
				x[k] ^= in[start + k];
			}
			Salsa20Engine.salsaCore(SALSA_ROUNDS, x, salsa);
			System.arraycopy(salsa, 0, x, 0, SALSA_INTS);
			int number = start / SALSA_INTS;
			System.arraycopy(x, 0, out, number / 2 * SALSA_INTS + (number % 2 == 0 ? 0 : half), SALSA_INTS);
		}
		return out;
	}
}
