package dev.latchkey.certificate.bc;

import java.math.BigInteger;
import java.util.concurrent.CancellationException;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;

/**
 * Bounds the work that a file may ask for, before it is done, and ends it where the thread was interrupted because nobody waits
 * for it any more. Counted in estimates, not by the clock, so that a file is treated alike on a busy and on an idle machine. Not
 * safe for several threads.
 */
final class Effort {

	/** Leaves a machine that is somewhat slower, or busy, the rest of two seconds. */
	private static final double ALLOWANCE_NANOS = 1.5e9;

	/** Leaves the parser the rest of 64 MB; scrypt's memory is a power of two. */
	private static final double MEMORY = 48 << 20;

	/** No program's default comes near; a console lives with this much. */
	private static final double PATIENT_MEMORY = 1 << 30;

	/** Of the work between two looks at the interruption: some milliseconds at most. */
	private static final long STRIDE = 1 << 12;

	private final boolean patient;
	private double spent;

	/** @param patient whether the user insists, however long it takes */
	Effort(boolean patient) {
		this.patient = patient;
	}

	/**
	 * Announces work that is about to be done.
	 *
	 * @throws CertificateAccessException TOO_EXPENSIVE when it is too much together with all that was announced before
	 */
	void spend(double nanos) throws CertificateAccessException {
		pause();
		spent += nanos;
		if (!patient && spent > ALLOWANCE_NANOS) {
			throw new CertificateAccessException(Reason.TOO_EXPENSIVE);
		}
	}

	/** @throws CertificateAccessException TOO_EXPENSIVE, for patient users too above one gigabyte */
	void allocate(double bytes) throws CertificateAccessException {
		if (bytes > (patient ? PATIENT_MEMORY : MEMORY)) {
			throw new CertificateAccessException(Reason.TOO_EXPENSIVE);
		}
	}

	/**
	 * Checks a count from a file.
	 *
	 * @throws CertificateAccessException CORRUPT for a count that makes no sense, TOO_EXPENSIVE for one that never ends
	 */
	long count(BigInteger count) throws CertificateAccessException {
		if (count.signum() <= 0) {
			throw new CertificateAccessException(Reason.CORRUPT);
		}
		if (count.bitLength() >= Long.SIZE) {
			throw new CertificateAccessException(Reason.TOO_EXPENSIVE);
		}
		return count.longValueExact();
	}

	/** To be called in each turn of a long loop. */
	void pause(long turn) {
		if (turn % STRIDE == 0) {
			pause();
		}
	}

	/** @throws CancellationException when nobody waits any more */
	void pause() {
		if (Thread.currentThread().isInterrupted()) {
			throw new CancellationException();
		}
	}
}
