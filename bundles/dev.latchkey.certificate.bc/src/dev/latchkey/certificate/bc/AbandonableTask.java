package dev.latchkey.certificate.bc;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;

/**
 * Runs computations that can't be interrupted, such as the search for primes or the derivation of a key from a password, so
 * that the caller can leave at once. An abandoned computation ends by itself on its daemon thread.
 */
final class AbandonableTask {

	private static final long POLL_MILLIS = 50;

	private AbandonableTask() {
	}

	/**
	 * @param work throws {@link CertificateAccessException} or unchecked exceptions only
	 * @throws CancellationException when cancelled; the work may go on for a while then
	 */
	static <T> T run(String name, Callable<T> work, Cancellation cancellation) throws CertificateAccessException {
		cancellation.check();
		FutureTask<T> task = new FutureTask<>(work);
		Thread thread = new Thread(task, name);
		thread.setDaemon(true);
		thread.start();
		while (true) {
			try {
				return task.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
			} catch (TimeoutException e) {
				if (cancellation.requested()) {
					task.cancel(true);
					throw new CancellationException();
				}
			} catch (InterruptedException e) {
				task.cancel(true);
				Thread.currentThread().interrupt();
				throw new CancellationException();
			} catch (ExecutionException e) {
				throw unwrapped(e.getCause());
			}
		}
	}

	private static CertificateAccessException unwrapped(Throwable cause) {
		if (cause instanceof CertificateAccessException known) {
			return known;
		}
		if (cause instanceof RuntimeException unchecked) {
			throw unchecked;
		}
		if (cause instanceof Error error) {
			throw error;
		}
		throw new IllegalStateException(cause);
	}
}
