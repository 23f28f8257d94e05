package com.example.directory;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

/** Microsoft limits requests, and says how long to wait. */
final class Throttling {

	private static final long LONGEST_SECONDS = 60;
	private static final long LOOK_MILLIS = 100;

	private Throttling() {
	}

	/** Waits as long as the answer says; answers false at once when that is too long, or is not said in seconds. */
	static boolean waited(HttpResponse<?> answer, IProgressMonitor monitor) throws InterruptedException {
		String seconds = answer.headers().firstValue("Retry-After").orElse("");
		if (!seconds.matches("\\d{1,4}") || Long.parseLong(seconds) > LONGEST_SECONDS) {
			return false;
		}
		Instant end = Instant.now().plus(Duration.ofSeconds(Long.parseLong(seconds)));
		while (Instant.now().isBefore(end)) {
			if (monitor != null && monitor.isCanceled()) {
				throw new OperationCanceledException();
			}
			Thread.sleep(LOOK_MILLIS);
		}
		return true;
	}
}
