package dev.latchkey.connection.tests;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.example.directory.Users;

import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionService;

/** Reads the users again and again on several threads, until it is closed. */
final class BusyConsumer implements AutoCloseable {

	private static final long PATIENCE_SECONDS = 60;

	private final Users users;
	private final ExecutorService threads;
	private final List<Exception> failures = new CopyOnWriteArrayList<>();
	private volatile boolean closed;
	private int calls;

	BusyConsumer(ConnectionService connections, UUID connection, int count) throws ConnectionException {
		users = new Users(connections, connection);
		threads = Executors.newFixedThreadPool(count);
		for (int i = 0; i < count; i++) {
			threads.submit(this::work);
		}
	}

	private void work() {
		while (!closed) {
			try {
				if (users.names(null).isEmpty()) {
					throw new IllegalStateException("No users");
				}
			} catch (Exception e) {
				failures.add(e);
			}
			count();
		}
	}

	private synchronized void count() {
		calls++;
		notifyAll();
	}

	/** Waits until so many more calls have ended as began from now on. */
	synchronized void awaitCalls(int more) throws InterruptedException {
		// those under way may have had their token before
		int enough = calls + 2 * more;
		while (calls < enough) {
			wait();
		}
	}

	synchronized int calls() {
		return calls;
	}

	/** Of calls that ended so far. */
	List<Exception> failures() {
		return List.copyOf(failures);
	}

	@Override
	public void close() throws InterruptedException {
		closed = true;
		threads.shutdown();
		threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
	}

	@Override
	public String toString() {
		return calls() + " calls";
	}
}
