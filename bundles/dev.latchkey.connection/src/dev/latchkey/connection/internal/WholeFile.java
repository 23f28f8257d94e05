package dev.latchkey.connection.internal;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Replaces a file as a whole or not at all, also when the process is killed or the power fails meanwhile. */
final class WholeFile {

	private static final String TEMPORARY = ".tmp"; //$NON-NLS-1$

	private static final int TRIES = 20;
	private static final long PAUSE_MILLIS = 10;

	/** Longer than any write takes, also on a computer that was asleep. */
	private static final Duration ABANDONED = Duration.ofDays(1);

	private WholeFile() {
	}

	/** Only for its owner's eyes, where the file system knows of owners. */
	static void write(Path file, byte[] content) throws IOException {
		Path folder = file.toAbsolutePath().getParent();
		Path temporary = Files.createTempFile(folder, file.getFileName().toString(), TEMPORARY, OwnerOnly.file(folder));
		try {
			force(temporary, content);
			replace(temporary, file);
		} finally {
			Files.deleteIfExists(temporary);
		}
	}

	/** Through a stream, which an interrupted thread finishes; a channel would be closed under it. */
	private static void force(Path file, byte[] content) throws IOException {
		try (FileOutputStream stream = new FileOutputStream(file.toFile())) {
			stream.write(content);
			stream.getFD().sync();
		}
	}

	/** Several times, since Windows refuses while somebody reads the file, be it a search index or a virus scanner. */
	private static void replace(Path temporary, Path file) throws IOException {
		for (int tries = 1;; tries++) {
			try {
				Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
				return;
			} catch (AtomicMoveNotSupportedException e) {
				throw new IOException("This file system can't replace files safely", e); //$NON-NLS-1$
			} catch (FileSystemException e) {
				if (tries == TRIES || !paused()) {
					throw e;
				}
			}
		}
	}

	private static boolean paused() {
		try {
			TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
			return true;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/** Removes what a killed process left behind a day ago; any other file stays. */
	static void sweep(Path file) {
		try {
			if (file.toString().endsWith(TEMPORARY)
					&& Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(ABANDONED))) {
				Files.deleteIfExists(file);
			}
		} catch (IOException e) {
			// it is in nobody's way, and the next reader tries again
		}
	}
}
