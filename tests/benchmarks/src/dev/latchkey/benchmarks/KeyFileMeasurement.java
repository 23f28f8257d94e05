package dev.latchkey.benchmarks;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import dev.latchkey.certificate.KeyFileReader;
import dev.latchkey.certificate.KeyFileRequest;

/** How soon the reading of a file ends that would take seconds, once it is cancelled. */
final class KeyFileMeasurement implements Measurement {

	private static final int TIMES = 20;
	private static final int HEAD_START_MILLIS = 300;

	private final KeyFileReader reader = Services.get(KeyFileReader.class);
	private final Path folder;

	KeyFileMeasurement(Path folder) {
		this.folder = folder;
	}

	@Override
	public void run(Figures figures) throws Exception {
		KeyFileRequest request = KeyFileRequest.of(folder.resolve("expensive.pfx"), "benchmark".toCharArray()).insisting();
		long start = System.nanoTime();
		reader.read(request, () -> false);
		figures.millis("file.expensive", System.nanoTime() - start);
		for (int time = 0; time < TIMES; time++) {
			figures.millis("file.cancel", cancel(request));
		}
	}

	private long cancel(KeyFileRequest request) throws InterruptedException {
		AtomicBoolean cancelled = new AtomicBoolean();
		AtomicLong ended = new AtomicLong();
		CountDownLatch begun = new CountDownLatch(1);
		Thread reading = new Thread(() -> {
			begun.countDown();
			try {
				reader.inspect(request, cancelled::get);
			} catch (CancellationException e) {
				ended.set(System.nanoTime());
			}
		});
		reading.start();
		begun.await();
		Thread.sleep(HEAD_START_MILLIS);
		long start = System.nanoTime();
		cancelled.set(true);
		reading.join();
		if (ended.get() == 0) {
			throw new IllegalStateException("It was too quick to be cancelled");
		}
		return ended.get() - start;
	}
}
