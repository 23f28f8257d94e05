package dev.latchkey.certificate.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;

/**
 * Calls code of strangers on threads of their own, so that nobody waits for a call that does not end. What such a call still does
 * after nobody waits for it any more is its own affair; only one such call of each subject is ever left behind.
 */
final class IsolatedCalls {

	private static final Logger LOG = System.getLogger(IsolatedCalls.class.getName());
	private static final long POLL_MILLIS = 50;

	private final Map<Object, Call<?>> hanging = new ConcurrentHashMap<>();

	/** Code of a stranger. */
	@FunctionalInterface
	interface Work<T> {
		T call(Cancellation cancellation) throws CertificateAccessException;
	}

	/** One call that was begun. Exactly one answer arrives in the queue, unless it hangs. */
	final class Call<T> {

		private final Object subject;
		private final String name;
		private final Work<T> work;
		private final BlockingQueue<Call<T>> answers;
		private final Thread thread;
		private volatile boolean abandoned;
		private volatile boolean ended;
		private volatile T answer;
		private volatile Throwable failure;

		Call(Object subject, String name, Work<T> work, BlockingQueue<Call<T>> answers) {
			this.subject = subject;
			this.name = name;
			this.work = work;
			this.answers = answers;
			thread = new Thread(this::run, "Latchkey: " + name); //$NON-NLS-1$
			thread.setDaemon(true);
		}

		/** @return false when an earlier call of the same subject still hangs */
		boolean start() {
			Call<?> earlier = hanging.get(subject);
			if (earlier != null && !earlier.ended) {
				return false;
			}
			hanging.remove(subject);
			thread.start();
			return true;
		}

		private void run() {
			try {
				answer = work.call(() -> abandoned);
			} catch (Throwable e) { // NOPMD: a stranger's linkage errors must not end anything of ours
				failure = e;
			}
			ended = true;
			answers.add(this);
		}

		/** Nobody waits any more. */
		void abandon() {
			abandoned = true;
			if (!ended) {
				hanging.put(subject, this);
				thread.interrupt();
			}
		}

		/**
		 * The answer of a call that has ended.
		 *
		 * @throws CertificateAccessException    what the stranger threw, or PROVIDER_FAILED for what it should not have thrown
		 * @throws CancellationException when it was cancelled
		 */
		T answer() throws CertificateAccessException {
			if (failure == null) {
				return answer;
			}
			if (failure instanceof CertificateAccessException known) {
				throw known;
			}
			if (failure instanceof CancellationException cancelled) {
				throw cancelled;
			}
			LOG.log(Level.WARNING, "The provider of certificates " + name + " failed", failure); //$NON-NLS-1$ //$NON-NLS-2$
			throw new CertificateAccessException(Reason.PROVIDER_FAILED, failure, name);
		}
	}

	/**
	 * Calls and waits for the answer.
	 *
	 * @param subject of whom no second call is begun while an earlier one hangs
	 * @param name    for people
	 * @param limit   how long to wait
	 * @throws CertificateAccessException    what the stranger threw, STORE_TIMED_OUT or PROVIDER_FAILED
	 * @throws CancellationException when cancelled or interrupted
	 */
	<T> T call(Object subject, String name, Duration limit, Work<T> work, Cancellation cancellation)
			throws CertificateAccessException {
		BlockingQueue<Call<T>> answers = new LinkedBlockingQueue<>();
		Call<T> call = new Call<>(subject, name, work, answers);
		cancellation.check();
		if (!call.start()) {
			throw timedOut(name);
		}
		try {
			if (next(answers, limit, cancellation) == null) {
				throw timedOut(name);
			}
			return call.answer();
		} finally {
			call.abandon();
		}
	}

	/**
	 * Waits for the next answer.
	 *
	 * @return null when the limit is over
	 * @throws CancellationException when cancelled or interrupted
	 */
	static <C> C next(BlockingQueue<C> answers, Duration limit, Cancellation cancellation) {
		long end = System.nanoTime() + limit.toNanos();
		try {
			while (true) {
				cancellation.check();
				long left = end - System.nanoTime();
				C answered = answers.poll(Math.min(Math.max(left, 0), TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS)), TimeUnit.NANOSECONDS);
				if (answered != null || left <= 0) {
					return answered;
				}
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancellationException();
		}
	}

	static CertificateAccessException timedOut(String name) {
		return new CertificateAccessException(Reason.STORE_TIMED_OUT, name);
	}
}
