package dev.latchkey.connection.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.google.gson.JsonParseException;

import dev.latchkey.connection.Connection;

/** Files as they were read, so that a thousand of them cost one look at each. Callable from any thread. */
final class ReadFiles {

	/**
	 * A file that was changed a moment ago may be changed again without a trace in its time, which some file systems keep in
	 * steps of two seconds. It is read again until it has settled.
	 */
	private static final Duration SETTLING = Duration.ofSeconds(3);

	/** Far more than any connection takes. */
	private static final long MAX_BYTES = 1 << 20;

	private final ConnectionJson json = new ConnectionJson();
	private final Map<Path, Entry> entries = new ConcurrentHashMap<>();

	private record Stamp(FileTime modified, long size, Object key) {

		static Stamp of(Path file) throws IOException {
			BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
			return new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
		}

		boolean settled() {
			return modified.toInstant().plus(SETTLING).isBefore(Instant.now());
		}
	}

	private record Entry(Stamp stamp, boolean settled, Optional<Connection> connection) {
	}

	/**
	 * @return empty when a later version wrote the file
	 * @throws JsonParseException                        when it is damaged
	 * @throws java.nio.charset.CharacterCodingException when it is damaged
	 * @throws NoSuchFileException                       when it is not there
	 */
	Optional<Connection> read(Path file) throws IOException {
		Stamp stamp = stamp(file);
		Entry known = entries.get(file);
		if (known != null && known.settled() && known.stamp().equals(stamp)) {
			return known.connection();
		}
		boolean settled = stamp.settled();
		Optional<Connection> connection = readAnew(file);
		entries.put(file, new Entry(stamp, settled, connection));
		return connection;
	}

	private Stamp stamp(Path file) throws IOException {
		try {
			return Stamp.of(file);
		} catch (NoSuchFileException e) {
			entries.remove(file);
			throw e;
		}
	}

	/** As {@link #read}, whatever was read before. */
	Optional<Connection> readAnew(Path file) throws IOException {
		if (Files.size(file) > MAX_BYTES) {
			throw new JsonParseException("Too long"); //$NON-NLS-1$
		}
		return json.read(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(file))).toString());
	}

	/**
	 * Through a channel, since on Windows a stream would keep others from replacing the file; and again when an interrupted
	 * thread's channel was closed under it.
	 */
	private static byte[] bytes(Path file) throws IOException {
		boolean interrupted = false;
		try {
			while (true) {
				try {
					return Files.readAllBytes(file);
				} catch (ClosedByInterruptException e) {
					interrupted |= Thread.interrupted();
				}
			}
		} finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	/** Whether nobody is writing the file any more. */
	static boolean settled(Path file) throws IOException {
		return Stamp.of(file).settled();
	}

	/** Forgets all files but these. */
	void retain(Set<Path> files) {
		entries.keySet().retainAll(files);
	}
}
