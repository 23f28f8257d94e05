package dev.latchkey.ui.internal.forms;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Paths as people type them. */
public final class FilePaths {

	private FilePaths() {
	}

	/** The absolute path that a text means; empty when it means none. */
	public static Optional<Path> absolute(String text) {
		try {
			Path path = Path.of(text.strip());
			return path.isAbsolute() ? Optional.of(path) : Optional.empty();
		} catch (InvalidPathException e) {
			return Optional.empty();
		}
	}
}
