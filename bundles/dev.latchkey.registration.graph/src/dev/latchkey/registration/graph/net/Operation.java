package dev.latchkey.registration.graph.net;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/**
 * One call of the service, from its first request to its last: its HTTP calls share a correlation id and end when the
 * monitor is cancelled, except those that write, which are finished.
 */
public final class Operation implements AutoCloseable {

	private static final long WATCH_MILLIS = 50;

	private final OkHttpClient client;
	private final IProgressMonitor monitor;
	private final ScheduledFuture<?> watch;
	private final Set<Call> running = ConcurrentHashMap.newKeySet();
	private final String correlationId = UUID.randomUUID().toString();

	/**
	 * @param client  how to reach the cloud
	 * @param monitor may be null
	 * @param watcher looks at the monitor from time to time
	 */
	public Operation(OkHttpClient client, IProgressMonitor monitor, ScheduledExecutorService watcher) {
		this.client = client;
		this.monitor = monitor;
		this.watch = watcher.scheduleWithFixedDelay(this::cancelCalls, WATCH_MILLIS, WATCH_MILLIS,
				TimeUnit.MILLISECONDS);
	}

	/** Sent with every request as {@code client-request-id}; Microsoft's support can find it. */
	public String correlationId() {
		return correlationId;
	}

	/** Makes calls that end when the monitor is cancelled. */
	public Call.Factory reads() {
		return request -> {
			checkCanceled();
			return call(request, true);
		};
	}

	/** Makes calls that are finished once they are begun, and sent no more than once. */
	public Call.Factory writes() {
		return request -> {
			checkCanceled();
			Request once = request.body() == null ? request
					: request.newBuilder().method(request.method(), new SentOnce(request.body())).build();
			return call(once, false);
		};
	}

	private Call call(Request request, boolean cancellable) {
		ProxyWatch proxyWatch = new ProxyWatch();
		Call call = client.newCall(request.newBuilder().header("client-request-id", correlationId) //$NON-NLS-1$
				.tag(ProxyWatch.class, proxyWatch).build());
		return new GuardedCall(call, proxyWatch, this, cancellable);
	}

	/** From now until {@link #ended} the call is cancelled with the monitor. */
	void begun(Call call) {
		running.add(call);
	}

	void ended(Call call) {
		running.remove(call);
	}

	public boolean canceled() {
		return monitor != null && monitor.isCanceled();
	}

	/** @throws OperationCanceledException when the monitor is cancelled */
	public void checkCanceled() {
		if (canceled()) {
			throw new OperationCanceledException();
		}
	}

	/**
	 * Waits, but not longer than until the monitor is cancelled.
	 *
	 * @throws OperationCanceledException when it is
	 */
	public void pause(Duration duration) {
		long end = System.nanoTime() + duration.toNanos();
		for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
			checkCanceled();
			sleep(Math.min(left, TimeUnit.MILLISECONDS.toNanos(WATCH_MILLIS)));
		}
		checkCanceled();
	}

	private static void sleep(long nanos) {
		try {
			TimeUnit.NANOSECONDS.sleep(nanos);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new OperationCanceledException();
		}
	}

	private void cancelCalls() {
		if (canceled()) {
			running.forEach(Call::cancel);
		}
	}

	@Override
	public void close() {
		watch.cancel(false);
	}
}
