package dev.latchkey.registration.graph.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A file that grows at its end only, and is locked by who writes it. Where a lock belongs to the process, closing any
 * channel of the file would lose it: so this process opens no second one, and reads through the one that there is.
 */
final class RunFile {

	/** Beyond any content: Windows lets nobody read what is locked. */
	private static final long LOCKED = 1L << 62;

	private static final Map<Path, RunFile> OPEN = new HashMap<>();

	private final Path path;
	private final FileChannel channel;
	private FileLock lock;
	private long length;
	private boolean broken;

	private RunFile(Path path, Opening opening) throws IOException {
		this.path = path;
		this.channel = opening.open(path);
	}

	private interface Opening {
		FileChannel open(Path path) throws IOException;
	}

	/** What is in a file, and whether somebody is writing it. */
	record Content(byte[] bytes, boolean running) {
	}

	/** Makes the file and locks it. */
	static RunFile create(Path path) throws IOException {
		synchronized (OPEN) {
			RunFile file = new RunFile(path, OwnerOnly::create);
			try {
				file.lock = file.channel.lock(LOCKED, 1, false);
				OPEN.put(path, file);
				return file;
			} catch (IOException | RuntimeException e) {
				file.close();
				throw e;
			}
		}
	}

	/**
	 * Locks a file that is there.
	 *
	 * @return empty when somebody is writing it
	 */
	static Optional<RunFile> open(Path path) throws IOException {
		synchronized (OPEN) {
			if (OPEN.containsKey(path)) {
				return Optional.empty();
			}
			RunFile file = new RunFile(path,
					there -> FileChannel.open(there, StandardOpenOption.READ, StandardOpenOption.WRITE));
			try {
				if (!file.locks(false)) {
					file.close();
					return Optional.empty();
				}
				if (!Files.exists(path)) {
					throw new NoSuchFileException(path.toString());
				}
				file.length = file.channel.size();
				OPEN.put(path, file);
				return Optional.of(file);
			} catch (IOException | RuntimeException e) {
				file.close();
				throw e;
			}
		}
	}

	static Content read(Path path) throws IOException {
		synchronized (OPEN) {
			if (OPEN.containsKey(path)) {
				return new Content(OPEN.get(path).bytes(), true);
			}
			RunFile file = new RunFile(path, there -> FileChannel.open(there, StandardOpenOption.READ));
			try {
				boolean running = !file.locks(true);
				file.length = file.channel.size();
				return new Content(file.bytes(), running);
			} finally {
				file.close();
			}
		}
	}

	/** @return false when somebody else has locked it */
	private boolean locks(boolean shared) throws IOException {
		try {
			lock = channel.tryLock(LOCKED, 1, shared);
			return lock != null;
		} catch (OverlappingFileLockException e) {
			return false;
		}
	}

	Path path() {
		return path;
	}

	synchronized byte[] bytes() throws IOException {
		ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(length));
		while (buffer.hasRemaining() && channel.read(buffer, buffer.position()) >= 0) {
			continue;
		}
		return Arrays.copyOf(buffer.array(), buffer.position());
	}

	/** Forgets what comes after. */
	synchronized void truncate(long size) throws IOException {
		channel.truncate(size);
		length = size;
	}

	/** Returns when it is on the disk. What could not be written whole is taken back, and nothing is written any more. */
	synchronized void append(byte[] bytes) throws IOException {
		if (broken) {
			throw new IOException("An earlier write failed"); //$NON-NLS-1$
		}
		broken = true;
		try {
			ByteBuffer buffer = ByteBuffer.wrap(bytes);
			while (buffer.hasRemaining()) {
				channel.write(buffer, length + buffer.position());
			}
			channel.force(true);
			length += bytes.length;
			broken = false;
		} finally {
			if (broken && channel.isOpen()) {
				channel.truncate(length);
			}
		}
	}

	/** Removes the file, while nobody else can lock it. */
	void delete() throws IOException {
		try {
			Files.deleteIfExists(path);
		} finally {
			close();
		}
	}

	/** The lock ends with the channel. */
	void close() throws IOException {
		synchronized (OPEN) {
			OPEN.remove(path, this);
			channel.close();
		}
	}
}
