package dev.latchkey.certificate.bc;

import java.math.BigInteger;
import java.util.concurrent.CancellationException;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;

/**
 * Bounds the work that a file may ask for, before it is done, and ends it where the thread was interrupted because nobody waits
 * for it any more. Not safe for several threads.
 */
final class Effort {

	/** Programs use 1 to 1,000,000 iterations; this many take some 15 seconds. */
	private static final long MAX_ITERATIONS_AT_ONCE = 5_000_000;
	private static final long MAX_ITERATIONS = 4 * MAX_ITERATIONS_AT_ONCE;

	/** scrypt's memory: 128 bytes times cost times block size. */
	private static final BigInteger MAX_MEMORY = BigInteger.valueOf(64L << 20);

	private long iterations;

	/** @throws CertificateAccessException TOO_EXPENSIVE, or CORRUPT for a count that makes no sense */
	int iterations(BigInteger count) throws CertificateAccessException {
		if (Thread.currentThread().isInterrupted()) {
			throw new CancellationException();
		}
		if (count.signum() <= 0) {
			throw new CertificateAccessException(Reason.CORRUPT);
		}
		if (count.compareTo(BigInteger.valueOf(MAX_ITERATIONS_AT_ONCE)) > 0) {
			throw new CertificateAccessException(Reason.TOO_EXPENSIVE);
		}
		iterations += count.longValueExact();
		if (iterations > MAX_ITERATIONS) {
			throw new CertificateAccessException(Reason.TOO_EXPENSIVE);
		}
		return count.intValueExact();
	}

	/** @throws CertificateAccessException TOO_EXPENSIVE */
	void memory(BigInteger cost, BigInteger blockSize, BigInteger parallel) throws CertificateAccessException {
		BigInteger bytes = BigInteger.valueOf(128).multiply(cost).multiply(blockSize).multiply(parallel);
		if (bytes.compareTo(MAX_MEMORY) > 0) {
			throw new CertificateAccessException(Reason.TOO_EXPENSIVE);
		}
	}
}
