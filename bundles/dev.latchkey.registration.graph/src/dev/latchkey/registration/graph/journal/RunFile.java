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
final class RunFile implements AutoCloseable {

	/** Beyond any content: Windows lets nobody read what is locked. */
	private static final long LOCKED = 1L << 62;

	private static final Map<Path, RunFile> OPEN = new HashMap<>();

	private final Path path;
	private final FileChannel channel;
	private long length;
	private boolean broken;

	private RunFile(Path path, FileChannel channel, long length) {
		this.path = path;
		this.channel = channel;
		this.length = length;
	}

	/** What is in a file, and whether somebody is writing it. */
	record Content(byte[] bytes, boolean running) {
	}

	/** Makes the file and locks it. */
	static RunFile create(Path path) throws IOException {
		synchronized (OPEN) {
			FileChannel channel = OwnerOnly.create(path);
			try {
				channel.lock(LOCKED, 1, false);
				return register(path, channel);
			} catch (IOException | RuntimeException e) {
				channel.close();
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
			FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
			try {
				if (!locked(channel, false)) {
					channel.close();
					return Optional.empty();
				}
				if (!Files.exists(path)) {
					throw new NoSuchFileException(path.toString());
				}
				return Optional.of(register(path, channel));
			} catch (IOException | RuntimeException e) {
				channel.close();
				throw e;
			}
		}
	}

	private static RunFile register(Path path, FileChannel channel) throws IOException {
		RunFile file = new RunFile(path, channel, channel.size());
		OPEN.put(path, file);
		return file;
	}

	static Content read(Path path) throws IOException {
		synchronized (OPEN) {
			RunFile open = OPEN.get(path);
			if (open != null) {
				return new Content(open.bytes(), true);
			}
			try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
				boolean running = !locked(channel, true);
				return new Content(bytes(channel, channel.size()), running);
			}
		}
	}

	/** The lock ends with the channel. */
	private static boolean locked(FileChannel channel, boolean shared) throws IOException {
		try {
			FileLock lock = channel.tryLock(LOCKED, 1, shared);
			return lock != null;
		} catch (OverlappingFileLockException e) {
			return false;
		}
	}

	Path path() {
		return path;
	}

	synchronized byte[] bytes() throws IOException {
		return bytes(channel, length);
	}

	private static byte[] bytes(FileChannel channel, long size) throws IOException {
		ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(size));
		while (buffer.hasRemaining() && channel.read(buffer, buffer.position()) >= 0) {
			continue;
		}
		return buffer.hasRemaining() ? Arrays.copyOf(buffer.array(), buffer.position()) : buffer.array();
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

	/** Removes the file, when there is nothing in it to keep. */
	void delete() throws IOException {
		synchronized (OPEN) {
			Files.deleteIfExists(path);
			close();
		}
	}

	@Override
	public void close() throws IOException {
		synchronized (OPEN) {
			OPEN.remove(path, this);
			channel.close();
		}
	}
}
