package dev.latchkey.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.latchkey.certificate.Cancellation;

/**
 * Ctrl+C and its likes. Java ends as soon as its shutdown hooks have; so one of them waits until the command has finished the
 * write that is under way and has told what was changed.
 */
final class Interruption implements Cancellation {

	/** Longer than any request may take. */
	private static final Duration PATIENCE = Duration.ofMinutes(2);
	private static final long LOOK_MILLIS = 100;

	/** The command's end. */
	interface End extends AutoCloseable {
		@Override
		void close();
	}

	private volatile boolean requested;

	@Override
	public boolean requested() {
		return requested;
	}

	void request() {
		requested = true;
	}

	/** Until it is closed, an end of this process waits for it; not for somebody who is asked something, though. */
	End untilEnd(Terminal terminal) {
		CountDownLatch ended = new CountDownLatch(1);
		Thread hook = new Thread(() -> await(ended, terminal), "Latchkey end"); //$NON-NLS-1$
		Runtime.getRuntime().addShutdownHook(hook);
		return () -> {
			ended.countDown();
			remove(hook);
		};
	}

	private void await(CountDownLatch ended, Terminal terminal) {
		request();
		long until = System.nanoTime() + PATIENCE.toNanos();
		try {
			while (!terminal.isAsking() && System.nanoTime() < until && !ended.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
				// looks again
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private static void remove(Thread hook) {
		try {
			Runtime.getRuntime().removeShutdownHook(hook);
		} catch (IllegalStateException e) {
			// the process is ending, and the hook with it
		}
	}
}
