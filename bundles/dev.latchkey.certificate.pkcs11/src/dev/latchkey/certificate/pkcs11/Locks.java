package dev.latchkey.certificate.pkcs11;

import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Lock;

/** Waiting behind somebody who is asked for a PIN may take long: it can be interrupted. */
final class Locks {

	private Locks() {
	}

	/** @throws CancellationException when the calling thread is interrupted, which it stays */
	static void lock(Lock lock) {
		try {
			lock.lockInterruptibly();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancellationException();
		}
	}
}
