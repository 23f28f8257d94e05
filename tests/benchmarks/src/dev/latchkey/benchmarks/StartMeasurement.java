package dev.latchkey.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;

/** How long this workbench took to open, and what it holds when nobody uses it. */
final class StartMeasurement implements Measurement {

	private final Start start;

	StartMeasurement(Start start) {
		this.start = start;
	}

	@Override
	public void run(Figures figures) throws IOException, InterruptedException {
		figures.count("heap", Heap.bytes());
		figures.count("other", ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage().getUsed());
		figures.count("classes", ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
		figures.count("open", start.millis());
		figures.millis("work", start.work().toNanos());
	}
}
