package dev.latchkey.connection.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Keeps other threads and other consoles from writing into a folder for as long as it is open. The operating system ends it
 * with the process. Who reads needs none.
 */
final class FolderLock implements AutoCloseable {

	/** A file for this alone, made where missing and never removed: who waits for it would wait for another than who comes. */
	static final String NAME = ".lock"; //$NON-NLS-1$

	private static final int MAX_PAUSE_MILLIS = 10;

	/**
	 * One for each folder of this process. The operating system's locks belong to the process: closing any channel of the
	 * file would end them.
	 */
	private static final Map<Path, Semaphore> HERE = new ConcurrentHashMap<>();

	/** Somebody else did not let go in time. */
	static final class BusyException extends IOException {
		private static final long serialVersionUID = 1;

		BusyException(Path folder) {
			super(folder + " is locked by another program"); //$NON-NLS-1$
		}
	}

	private final Semaphore here;
	private final FileChannel channel;
	private FileLock lock;

	/**
	 * Not for a thread that holds one of the same folder.
	 *
	 * @param folder is there
	 * @param limit  for how long to wait for others; with zero they are not waited for
	 * @throws BusyException when somebody else did not let go in time, or the thread was interrupted while it waited
	 */
	FolderLock(Path folder, Duration limit) throws IOException {
		long end = System.nanoTime() + limit.toNanos();
		here = HERE.computeIfAbsent(folder.toRealPath(), any -> new Semaphore(1, true));
		enter(folder, limit);
		try {
			channel = FileChannel.open(folder.resolve(NAME), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
					OwnerOnly.file(folder));
		} catch (IOException | RuntimeException e) {
			here.release();
			throw e;
		}
		try {
			acquire(folder, end);
		} catch (IOException | RuntimeException e) {
			close();
			throw e;
		}
	}

	private void enter(Path folder, Duration limit) throws BusyException {
		try {
			// First without waiting, which an interrupted thread may do.
			if (!here.tryAcquire() && !here.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS)) {
				throw new BusyException(folder);
			}
		} catch (InterruptedException e) {
			throw interrupted(folder);
		}
	}

	private void acquire(Path folder, long end) throws IOException {
		while (!isHeld()) {
			if (System.nanoTime() - end >= 0) {
				throw new BusyException(folder);
			}
			pause(folder);
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

	/** Of no fixed length, so that consoles which write all the time don't keep missing the same gap. */
	private static void pause(Path folder) throws BusyException {
		try {
			TimeUnit.MILLISECONDS.sleep(1L + ThreadLocalRandom.current().nextInt(MAX_PAUSE_MILLIS));
		} catch (InterruptedException e) {
			throw interrupted(folder);
		}
	}

	private static BusyException interrupted(Path folder) {
		Thread.currentThread().interrupt();
		return new BusyException(folder);
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
