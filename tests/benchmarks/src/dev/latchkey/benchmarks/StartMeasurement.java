package dev.latchkey.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;

/** How long this workbench took to open, and what it holds when nobody uses it. */
final class StartMeasurement implements Measurement {

	/** One collection leaves what waits for its finalizer or cleaner. */
	private static final int COLLECTIONS = 4;
	private static final int PAUSE_MILLIS = 250;

	private final long open;

	/** @param open milliseconds from the start of Java to the open window */
	StartMeasurement(long open) {
		this.open = open;
	}

	@Override
	public void run(Figures figures) throws IOException, InterruptedException {
		for (int i = 0; i < COLLECTIONS; i++) {
			System.gc();
			Thread.sleep(PAUSE_MILLIS);
		}
		var memory = ManagementFactory.getMemoryMXBean();
		figures.count("heap", memory.getHeapMemoryUsage().getUsed());
		figures.count("other", memory.getNonHeapMemoryUsage().getUsed());
		figures.count("classes", ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
		figures.count("open", open);
	}
}
