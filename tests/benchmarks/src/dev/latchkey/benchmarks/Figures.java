package dev.latchkey.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;

/** A file that each measured value is appended to, as a line of name and value. */
final class Figures {

	private static final double NANOS = 1e6;

	private final Path file;
	private final String prefix;

	/** @param prefix stands before all names */
	Figures(Path file, String prefix) {
		this.file = file;
		this.prefix = prefix;
	}

	void millis(String name, long nanos) throws IOException {
		append(name, String.format(Locale.ROOT, "%.1f", nanos / NANOS));
	}

	void count(String name, long value) throws IOException {
		append(name, Long.toString(value));
	}

	private void append(String name, String value) throws IOException {
		Files.write(file, List.of(prefix + name + ' ' + value), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
	}
}
