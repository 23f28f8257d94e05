package dev.latchkey.certificate.bc;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import dev.latchkey.certificate.Cancellation;

/** Keeps other threads and other consoles out for as long as it is open. The operating system ends it with the process. */
final class FileLock implements AutoCloseable {

	private static final long POLL_MILLIS = 20;

	/**
	 * One for each file of this process. Where the operating system's locks belong to the process (POSIX), closing any channel
	 * of the file would end them: so only who has this opens one.
	 */
	private static final Map<Path, Semaphore> HERE = new ConcurrentHashMap<>();

	/** Somebody else did not let go in time. */
	static final class BusyException extends IOException {
		private static final long serialVersionUID = 1;

		BusyException(Path file) {
			super(file + " is locked by another program"); //$NON-NLS-1$
		}
	}

	private final Semaphore here;
	private final FileChannel channel;
	private java.nio.channels.FileLock lock;

	/**
	 * Not for a thread that holds one of the same file.
	 *
	 * @param file a file for this alone, made where missing and never removed
	 * @throws BusyException         when somebody else did not let go in time
	 * @throws IOException           when the file can't be made
	 * @throws CancellationException when cancelled or interrupted
	 */
	FileLock(Path file, Duration limit, Cancellation cancellation) throws IOException {
		long end = System.nanoTime() + limit.toNanos();
		Path real = file.getParent().toRealPath().resolve(file.getFileName());
		here = HERE.computeIfAbsent(real, any -> new Semaphore(1, true));
		enter(file, end, cancellation);
		try {
			channel = OwnerOnly.open(file);
		} catch (IOException | RuntimeException e) {
			here.release();
			throw e;
		}
		try {
			acquire(file, end, cancellation);
		} catch (IOException | RuntimeException e) {
			close();
			throw e;
		}
	}

	/** Threads take turns. */
	private void enter(Path file, long end, Cancellation cancellation) throws BusyException {
		try {
			while (!here.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
				checkPatience(file, end, cancellation);
			}
		} catch (InterruptedException e) {
			throw interrupted();
		}
	}

	private void acquire(Path file, long end, Cancellation cancellation) throws IOException {
		try {
			while (!isHeld()) {
				checkPatience(file, end, cancellation);
				TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
			}
		} catch (InterruptedException e) {
			throw interrupted();
		}
	}

	private static void checkPatience(Path file, long end, Cancellation cancellation) throws BusyException {
		cancellation.check();
		if (System.nanoTime() - end >= 0) {
			throw new BusyException(file);
		}
	}

	private boolean isHeld() throws IOException {
		try {
			lock = channel.tryLock();
		} catch (OverlappingFileLockException e) {
			return false; // another copy of this class in this process
		}
		return lock != null;
	}

	private static CancellationException interrupted() {
		Thread.currentThread().interrupt();
		return new CancellationException();
	}

	@Override
	public void close() throws IOException {
		try {
			channel.close();
		} finally {
			here.release();
		}
	}
}
