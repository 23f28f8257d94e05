package dev.latchkey.connection.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

import dev.latchkey.connection.AccessToken;
import dev.latchkey.connection.ConnectionException;

/** One fetching of a token in a thread of its own, and all who wait for it; it ends early when nobody does any more. */
final class Flight {

	private static final long WATCH_MILLIS = 50;

	/** What fetches. */
	@FunctionalInterface
	interface Task {
		AccessToken run(IProgressMonitor monitor) throws ConnectionException;
	}

	private final CompletableFuture<AccessToken> answer = new CompletableFuture<>();
	private final IProgressMonitor monitor = new NullProgressMonitor();
	private int waiting;

	/** Under the same lock as {@link #leave}. */
	void join() {
		waiting++;
	}

	/** @return whether that was the last one; then nobody must join any more */
	boolean leave() {
		waiting--;
		if (waiting == 0) {
			monitor.setCanceled(true);
		}
		return waiting == 0;
	}

	/** Everybody is told how it ended, whatever happened. */
	void run(Task task) {
		try {
			answer.complete(task.run(monitor));
		} catch (ConnectionException | RuntimeException | Error e) {
			answer.completeExceptionally(e);
		}
	}

	AccessToken await(IProgressMonitor caller) throws ConnectionException {
		try {
			while (caller == null || !caller.isCanceled()) {
				try {
					return answer.get(WATCH_MILLIS, TimeUnit.MILLISECONDS);
				} catch (TimeoutException e) {
					// time to look at the monitor
				}
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		} catch (ExecutionException e) {
			throw failure(e.getCause());
		}
		throw new OperationCanceledException();
	}

	private static ConnectionException failure(Throwable cause) {
		if (cause instanceof RuntimeException unchecked) {
			throw unchecked;
		}
		if (cause instanceof Error error) {
			throw error;
		}
		return (ConnectionException) cause;
	}
}
