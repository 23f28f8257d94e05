package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

/** Cancels something that waits, and measures how long it goes on. */
final class Cancelling {

	/** A fifth of a second is what users are promised; the rest is for a busy machine. */
	private static final Duration PATIENCE = Duration.ofMillis(1000);

	private Cancelling() {
	}

	/** Something that is cancelled by a monitor. */
	interface Call {
		void run(NullProgressMonitor monitor) throws Exception;
	}

	static void afterMillis(long delay, Call call) {
		NullProgressMonitor monitor = new NullProgressMonitor();
		long[] canceled = new long[1];
		CompletableFuture.delayedExecutor(delay, TimeUnit.MILLISECONDS).execute(() -> {
			canceled[0] = System.nanoTime();
			monitor.setCanceled(true);
		});
		assertThrows(OperationCanceledException.class, () -> call.run(monitor));
		Duration late = Duration.ofNanos(System.nanoTime() - canceled[0]);
		assertTrue(late.compareTo(PATIENCE) < 0, () -> "Cancelled only after " + late);
	}
}
