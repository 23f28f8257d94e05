package dev.latchkey.benchmarks;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * What it took from the start of Java to the open window.
 *
 * @param millis by the clock, which includes what the workbench sleeps through
 * @param work what all threads of the process worked meanwhile
 */
record Start(long millis, Duration work) {

	static Start untilNow() {
		return new Start(System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime(),
				ProcessHandle.current().info().totalCpuDuration().orElseThrow());
	}
}
