package dev.latchkey.languages.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A file of texts in English. Beside it lies one for each other language, named as the platform looks for it.
 *
 * @param part the folder of its bundle or feature
 */
record TextFile(Path part, Path path) {

	/** What becomes of a text before people see it, which decides about apostrophes. */
	enum Use {
		/** Values are put in where there are some, by NLS or the class beside it. */
		BOUND,
		/** Always goes through {@link java.text.MessageFormat}. */
		FORMATTED,
		/** Is shown as it stands. */
		PLAIN
	}

	/** The folder of the whole project. */
	static final Path ROOT = Path.of(System.getProperty("latchkey.root", "../.."));
	private static final Predicate<String> ENGLISH = name -> name.endsWith(".properties") && !name.contains("_")
			&& !name.equals("build.properties");

	static List<TextFile> all() {
		return parts().flatMap(part -> files(part).filter(file -> ENGLISH.test(file.getFileName().toString()))
				.map(file -> new TextFile(part, file))).toList();
	}

	private static Stream<Path> parts() {
		return Stream.of("bundles", "features").map(ROOT::resolve).flatMap(TextFile::children).filter(Files::isDirectory);
	}

	private static Stream<Path> children(Path folder) {
		try (Stream<Path> children = Files.list(folder)) {
			return children.sorted().toList().stream();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** The files that people wrote and users get. */
	static Stream<Path> files(Path folder) {
		return children(folder).filter(child -> !List.of("target", "src_test", "bin").contains(child.getFileName().toString()))
				.flatMap(child -> Files.isDirectory(child) ? files(child) : Stream.of(child));
	}

	Use use() {
		return switch (path.getFileName().toString()) {
		case "messages.properties" -> Use.BOUND;
		case "texts.properties" -> Use.FORMATTED;
		default -> Use.PLAIN;
		};
	}

	/** The same file in that language. */
	Path in(String language) {
		return path.resolveSibling(path.getFileName().toString().replace(".properties", "_" + language + ".properties"));
	}

	Properties texts() {
		return read(path);
	}

	/** Nothing where there is no such file. */
	Properties texts(String language) {
		return Files.exists(in(language)) ? read(in(language)) : new Properties();
	}

	private static Properties read(Path file) {
		Properties texts = new Properties();
		try (var reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
			texts.load(reader);
			return texts;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Keys in the order of the file, so that one that is there twice is there twice. */
	static List<String> keys(Path file) {
		List<String> keys = new ArrayList<>();
		Properties recorder = new Properties() {
			private static final long serialVersionUID = 1;

			@Override
			public synchronized Object put(Object key, Object value) {
				keys.add((String) key);
				return super.put(key, value);
			}
		};
		try (var reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
			recorder.load(reader);
			return keys;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** The class whose fields are the texts. */
	Optional<Path> messages() {
		return Optional.of(path.resolveSibling("Messages.java")).filter(file -> use() == Use.BOUND);
	}

	static String content(Path file) {
		try {
			return Files.readString(file, StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Override
	public String toString() {
		return ROOT.relativize(path).toString();
	}
}
