package dev.latchkey.registration.graph;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

import org.eclipse.core.runtime.OperationCanceledException;

/** Runs what does not depend on each other at the same time. */
public final class Parallel {

	private final ExecutorService executor;

	/** @param executor its size is the limit */
	public Parallel(ExecutorService executor) {
		this.executor = executor;
	}

	/** Begins at once, or as soon as there is room; must not wait for others that are begun here. */
	public <T> Pending<T> begin(Retry.Attempt<T> task) {
		return new Pending<>(executor.submit(task::run));
	}

	/** Something under way. */
	public static final class Pending<T> {

		private final Future<T> future;

		private Pending(Future<T> future) {
			this.future = future;
		}

		public T await() throws Refusal {
			try {
				return future.get();
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new OperationCanceledException();
			} catch (ExecutionException e) {
				if (e.getCause() instanceof Refusal refusal) {
					throw refusal;
				}
				if (e.getCause() instanceof RuntimeException unchecked) {
					throw unchecked;
				}
				throw new IllegalStateException(e.getCause());
			}
		}
	}
}
