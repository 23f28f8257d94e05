package dev.latchkey.certificate.bc;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

import dev.latchkey.certificate.Cancellation;

/** Keeps other threads and other consoles out for as long as it is open. The operating system ends it with the process. */
final class FileLock implements AutoCloseable {

	private static final long POLL_MILLIS = 20;

	/** Somebody else did not let go in time. */
	static final class BusyException extends IOException {
		private static final long serialVersionUID = 1;

		BusyException(Path file) {
			super(file + " is locked by another program"); //$NON-NLS-1$
		}
	}

	private final FileChannel channel;
	private java.nio.channels.FileLock lock;

	/**
	 * @param file a file for this alone, made where missing and never removed
	 * @throws BusyException         when somebody else did not let go in time
	 * @throws IOException           when the file can't be made
	 * @throws CancellationException when cancelled or interrupted
	 */
	FileLock(Path file, Duration limit, Cancellation cancellation) throws IOException {
		channel = OwnerOnly.open(file);
		try {
			acquire(file, limit, cancellation);
		} catch (IOException | RuntimeException e) {
			channel.close();
			throw e;
		}
	}

	private void acquire(Path file, Duration limit, Cancellation cancellation) throws IOException {
		long end = System.nanoTime() + limit.toNanos();
		while (!isHeld()) {
			cancellation.check();
			if (System.nanoTime() - end >= 0) {
				throw new BusyException(file);
			}
			pause();
		}
	}

	private boolean isHeld() throws IOException {
		try {
			lock = channel.tryLock();
		} catch (OverlappingFileLockException e) {
			return false; // held by this process
		}
		return lock != null;
	}

	private static void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancellationException();
		}
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}
}
