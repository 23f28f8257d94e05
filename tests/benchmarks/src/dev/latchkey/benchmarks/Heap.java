package dev.latchkey.benchmarks;

import java.lang.management.ManagementFactory;

/** What Java holds when nobody does anything. */
final class Heap {

	/** One collection leaves what waits for its finalizer or cleaner. */
	private static final int COLLECTIONS = 4;
	private static final int PAUSE_MILLIS = 250;

	private Heap() {
	}

	static long bytes() throws InterruptedException {
		for (int i = 0; i < COLLECTIONS; i++) {
			System.gc();
			Thread.sleep(PAUSE_MILLIS);
		}
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}
}
