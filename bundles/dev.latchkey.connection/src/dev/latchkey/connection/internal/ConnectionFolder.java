package dev.latchkey.connection.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.UUID;

import com.google.gson.JsonParseException;

import dev.latchkey.connection.Connection;

/**
 * A folder with one file for each connection. A file is replaced as a whole or not at all: whoever reads sees the old or
 * the new one, also after a crash.
 */
final class ConnectionFolder {

	private static final String SUFFIX = ".json"; //$NON-NLS-1$
	private static final String TEMPORARY = ".tmp"; //$NON-NLS-1$
	private static final String DAMAGED = ".damaged"; //$NON-NLS-1$

	private final Path folder;
	private final ConnectionJson json = new ConnectionJson();

	ConnectionFolder(Path folder) {
		this.folder = folder;
	}

	/** What the folder holds: connections by name, and a sentence for each file that can't be used. */
	record Content(List<Connection> connections, List<String> problems) {
	}

	Path path() {
		return folder;
	}

	Content read() throws IOException {
		List<Connection> connections = new ArrayList<>();
		List<String> problems = new ArrayList<>();
		if (Files.isDirectory(folder)) {
			for (Path file : files('*' + SUFFIX)) {
				read(file, problems).ifPresent(connections::add);
			}
			for (Path file : files('*' + DAMAGED + '*')) {
				problems.add(text("problem.CORRUPT", file)); //$NON-NLS-1$
			}
		}
		connections.sort(Comparator.comparing(Connection::name, String.CASE_INSENSITIVE_ORDER).thenComparing(Connection::id));
		return new Content(List.copyOf(connections), List.copyOf(problems));
	}

	void write(Connection connection) throws IOException {
		Files.createDirectories(folder);
		Path temporary = Files.createTempFile(folder, connection.id().toString(), TEMPORARY);
		try {
			force(temporary, json.write(connection));
			replace(temporary, file(connection.id()));
		} finally {
			Files.deleteIfExists(temporary);
		}
	}

	void delete(UUID id) throws IOException {
		Files.deleteIfExists(file(id));
	}

	private Optional<Connection> read(Path file, List<String> problems) throws IOException {
		try {
			Optional<Connection> connection = json.read(Files.readString(file));
			if (connection.isEmpty()) {
				problems.add(text("problem.NEWER", file)); //$NON-NLS-1$
			}
			return connection;
		} catch (NoSuchFileException e) {
			return Optional.empty();
		} catch (JsonParseException | CharacterCodingException e) {
			setAside(file);
			return Optional.empty();
		}
	}

	private void setAside(Path file) throws IOException {
		Path aside = file.resolveSibling(file.getFileName() + DAMAGED);
		for (int i = 2; Files.exists(aside); i++) {
			aside = file.resolveSibling(file.getFileName() + DAMAGED + '-' + i);
		}
		Files.move(file, aside);
	}

	private List<Path> files(String pattern) throws IOException {
		List<Path> files = new ArrayList<>();
		try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, pattern)) {
			stream.forEach(files::add);
		}
		files.sort(null);
		return files;
	}

	private Path file(UUID id) {
		return folder.resolve(id + SUFFIX);
	}

	private static void force(Path file, String text) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
			ByteBuffer bytes = UTF_8.encode(text);
			while (bytes.hasRemaining()) {
				channel.write(bytes);
			}
			channel.force(true);
		}
	}

	private static void replace(Path temporary, Path file) throws IOException {
		try {
			Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		} catch (AtomicMoveNotSupportedException e) {
			throw new IOException("This file system can't replace files safely", e); //$NON-NLS-1$
		}
	}

	private static String text(String key, Path file) {
		ResourceBundle texts = ResourceBundle.getBundle(Connection.class.getPackageName() + ".texts"); //$NON-NLS-1$
		return MessageFormat.format(texts.getString(key), file);
	}
}
