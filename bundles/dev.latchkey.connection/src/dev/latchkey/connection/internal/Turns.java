package dev.latchkey.connection.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

import dev.latchkey.connection.Connection;

/** Lets one connection of an application at a time change its certificates. */
final class Turns {

	private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

	/** Ends on the thread that began. */
	interface Turn extends AutoCloseable {
		@Override
		void close();
	}

	Turn await(Connection connection) {
		ReentrantLock lock = locks.computeIfAbsent(String.join(" ", connection.cloudId(), connection.tenantId(), //$NON-NLS-1$
				connection.applicationId()), application -> new ReentrantLock());
		lock.lock();
		return lock::unlock;
	}
}
