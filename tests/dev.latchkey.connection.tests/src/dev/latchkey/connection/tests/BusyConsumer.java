package dev.latchkey.connection.tests;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;

import com.example.directory.Users;

import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionService;

/** Another bundle, which reads the users again and again on several threads with the service as it gets it, until it is closed. */
final class BusyConsumer implements AutoCloseable {

	private static final long PATIENCE_SECONDS = 60;

	private final Users users;
	private final ExecutorService threads;
	private final List<Exception> failures = new CopyOnWriteArrayList<>();
	private final int[] calls;
	private volatile boolean closed;

	BusyConsumer(UUID connection, int count) throws ConnectionException, BundleException {
		Bundle example = FrameworkUtil.getBundle(Users.class);
		example.start(Bundle.START_TRANSIENT);
		users = new Users(Services.get(example.getBundleContext(), ConnectionService.class), connection);
		threads = Executors.newFixedThreadPool(count);
		calls = new int[count];
		for (int i = 0; i < count; i++) {
			int thread = i;
			threads.submit(() -> work(thread));
		}
	}

	private void work(int thread) {
		while (!closed) {
			try {
				if (users.names(null).isEmpty()) {
					throw new IllegalStateException("No users");
				}
			} catch (Exception e) {
				failures.add(e);
			}
			count(thread);
		}
	}

	private synchronized void count(int thread) {
		calls[thread]++;
		notifyAll();
	}

	/** Waits until each thread has ended a call that began from now on. */
	synchronized void awaitCalls() throws InterruptedException {
		// the one under way may have begun, and had its token, before
		int[] enough = Arrays.stream(calls).map(ended -> ended + 2).toArray();
		while (!reached(enough)) {
			wait();
		}
	}

	private boolean reached(int[] enough) {
		for (int i = 0; i < enough.length; i++) {
			if (calls[i] < enough[i]) {
				return false;
			}
		}
		return true;
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
}
