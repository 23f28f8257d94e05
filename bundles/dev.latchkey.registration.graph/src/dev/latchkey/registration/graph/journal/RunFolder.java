package dev.latchkey.registration.graph.journal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Where the runs are. Their names begin with the application, so that nobody has to open the runs of a thousand others; the
 * names of earlier versions are the run's id alone.
 */
record RunFolder(Path path) {

	private static final String SUFFIX = ".jsonl"; //$NON-NLS-1$
	private static final char SEPARATOR = '.';
	private static final int ID_LENGTH = 36;

	/** @param path need not exist yet */
	RunFolder {
		path = path.toAbsolutePath().normalize();
	}

	void create() throws IOException {
		OwnerOnly.createFolder(path);
	}

	/** The file of a run that begins. */
	Path newFile(String applicationId, UUID id) {
		return path.resolve(prefix(applicationId) + id + SUFFIX);
	}

	/** @throws NoSuchFileException there is no such run */
	Path file(UUID id) throws IOException {
		String end = id + SUFFIX;
		return files(name -> name.endsWith(end)).stream().findFirst()
				.orElseThrow(() -> new NoSuchFileException(path.resolve(end).toString()));
	}

	List<Path> files() throws IOException {
		return files(name -> true);
	}

	/** Those that may be runs of that application. */
	List<Path> files(String applicationId) throws IOException {
		String prefix = prefix(applicationId);
		return files(name -> name.startsWith(prefix) || name.length() == ID_LENGTH + SUFFIX.length());
	}

	private List<Path> files(Predicate<String> named) throws IOException {
		List<Path> files = new ArrayList<>();
		if (Files.isDirectory(path)) {
			try (DirectoryStream<Path> stream = Files.newDirectoryStream(path, '*' + SUFFIX)) {
				stream.forEach(files::add);
			}
		}
		files.removeIf(file -> !named.test(file.getFileName().toString()));
		return files;
	}

	/** Nothing but a name, whatever an application may be called. */
	private static String prefix(String applicationId) {
		return applicationId.replaceAll("[^0-9A-Za-z-]", "_") + SEPARATOR; //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Override
	public String toString() {
		return path.toString();
	}
}
