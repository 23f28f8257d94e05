package dev.latchkey.connection.internal;

import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.connection.Connection;

/** Lets one connection of an application at a time change its certificates. */
final class Turns {

	private static final long WATCH_MILLIS = 50;

	private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

	/** Ends on the thread that began. */
	interface Turn extends AutoCloseable {
		@Override
		void close();
	}

	/**
	 * Whose turn it is may take minutes.
	 *
	 * @throws CancellationException when cancelled, or the thread is interrupted
	 */
	Turn await(Connection connection, Cancellation cancellation) {
		ReentrantLock lock = locks.computeIfAbsent(String.join(" ", connection.cloudId(), connection.tenantId(), //$NON-NLS-1$
				connection.applicationId()), application -> new ReentrantLock());
		try {
			while (!lock.tryLock(WATCH_MILLIS, TimeUnit.MILLISECONDS)) {
				cancellation.check();
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancellationException();
		}
		return lock::unlock;
	}
}
