package dev.latchkey.connection.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;

import com.google.gson.JsonParseException;

import dev.latchkey.connection.Connection;

/**
 * A folder with one file for each connection, named by its id. A file is replaced as a whole or not at all: whoever reads
 * sees the old or the new one, also after a crash. Reading needs no lock.
 */
final class ConnectionFolder {

	static final String SUFFIX = ".json"; //$NON-NLS-1$

	private static final String DAMAGED = ".damaged"; //$NON-NLS-1$

	private final Path folder;
	private final ConnectionJson json = new ConnectionJson();
	private final ReadFiles files = new ReadFiles();

	ConnectionFolder(Path folder) {
		this.folder = folder;
	}

	/** What the folder holds: connections by name, and a sentence for each file that can't be used. */
	record Content(List<Connection> connections, List<String> problems) {
	}

	/** What a later version wrote, or somebody is writing, is no one's to replace. */
	static final class OthersException extends IOException {
		private static final long serialVersionUID = 1;
	}

	Path path() {
		return folder;
	}

	/** Makes the folder where missing. */
	FolderLock lock(Duration limit) throws IOException {
		OwnerOnly.createFolder(folder);
		return new FolderLock(folder, limit);
	}

	Content read() throws IOException {
		List<Connection> connections = new ArrayList<>();
		List<String> problems = new ArrayList<>();
		List<Path> all = list();
		for (Path file : all) {
			String name = file.getFileName().toString();
			if (name.endsWith(SUFFIX)) {
				read(file, problems).ifPresent(connections::add);
			} else if (name.contains(SUFFIX + DAMAGED)) {
				problems.add(text("problem.CORRUPT", file)); //$NON-NLS-1$
			} else {
				WholeFile.sweep(file);
			}
		}
		files.retain(Set.copyOf(all));
		connections.sort(Comparator.comparing(Connection::name, String.CASE_INSENSITIVE_ORDER).thenComparing(Connection::id));
		return new Content(List.copyOf(connections), List.copyOf(problems));
	}

	/** The connection as it was read before, unless its file has changed. */
	Optional<Connection> find(UUID id) {
		return read(file(id), new ArrayList<>());
	}

	/** Whether there is a file for that id, whatever it holds. */
	boolean has(UUID id) {
		return Files.exists(file(id));
	}

	/**
	 * The connection as it is now; empty also when its file has been damaged for a while, and then it is set aside. For who
	 * holds the lock.
	 *
	 * @throws OthersException when a later version wrote the file, or it was damaged a moment ago: somebody may be editing it
	 */
	Optional<Connection> current(UUID id) throws IOException {
		Path file = file(id);
		try {
			return Optional.of(files.readAnew(file).orElseThrow(OthersException::new));
		} catch (NoSuchFileException e) {
			return Optional.empty();
		} catch (JsonParseException | CharacterCodingException e) {
			if (!ReadFiles.settled(file)) {
				throw new OthersException();
			}
			setAside(file);
			return Optional.empty();
		}
	}

	/** For who holds the lock. */
	void write(Connection connection) throws IOException {
		WholeFile.write(file(connection.id()), json.write(connection).getBytes(UTF_8));
	}

	/** For who holds the lock. */
	void delete(UUID id) throws IOException {
		Files.deleteIfExists(file(id));
	}

	private Optional<Connection> read(Path file, List<String> problems) {
		try {
			Optional<Connection> connection = files.read(file);
			if (connection.isEmpty()) {
				problems.add(text("problem.NEWER", file)); //$NON-NLS-1$
			} else if (!file.equals(file(connection.get().id()))) {
				problems.add(text("problem.MISNAMED", file, file(connection.get().id()).getFileName())); //$NON-NLS-1$
				return Optional.empty();
			}
			return connection;
		} catch (NoSuchFileException e) {
			return Optional.empty();
		} catch (JsonParseException | CharacterCodingException e) {
			problems.add(damaged(file));
		} catch (IOException e) {
			problems.add(text("problem.UNREADABLE", file)); //$NON-NLS-1$
		}
		return Optional.empty();
	}

	/** @return what to tell */
	private String damaged(Path file) {
		try (FolderLock held = lock(Duration.ZERO)) {
			if (ReadFiles.settled(file) && stillDamaged(file)) {
				return text("problem.CORRUPT", setAside(file)); //$NON-NLS-1$
			}
		} catch (IOException e) {
			// it stays where it is: somebody is writing, or it can't be moved
		}
		return text("problem.DAMAGED", file); //$NON-NLS-1$
	}

	/** Another console may have repaired or replaced it meanwhile. */
	private boolean stillDamaged(Path file) throws IOException {
		try {
			files.readAnew(file);
			return false;
		} catch (JsonParseException | CharacterCodingException e) {
			return true;
		}
	}

	private static Path setAside(Path file) throws IOException {
		Path aside = file.resolveSibling(file.getFileName() + DAMAGED);
		for (int i = 2; Files.exists(aside); i++) {
			aside = file.resolveSibling(file.getFileName() + DAMAGED + '-' + i);
		}
		return Files.move(file, aside);
	}

	private List<Path> list() throws IOException {
		List<Path> all = new ArrayList<>();
		if (Files.isDirectory(folder)) {
			try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
				stream.forEach(all::add);
			}
			all.sort(null);
		}
		return all;
	}

	private Path file(UUID id) {
		return folder.resolve(id + SUFFIX);
	}

	private static String text(String key, Object... arguments) {
		ResourceBundle texts = ResourceBundle.getBundle(Connection.class.getPackageName() + ".texts"); //$NON-NLS-1$
		return MessageFormat.format(texts.getString(key), arguments);
	}
}
