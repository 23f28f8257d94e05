package dev.latchkey.install.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What the JVM has loaded, in its order, as {@code -Xlog:class+load} tells it; parted by the first class that uses us. */
final class LoadedClasses {

	private final List<String> lines;
	private final int use;

	private LoadedClasses(List<String> lines, int use) {
		this.lines = lines;
		this.use = use;
	}

	/** @param user the class that uses us first */
	static LoadedClasses read(Path file, String user) throws IOException {
		List<String> lines = Files.readAllLines(file);
		int use = IntStream.range(0, lines.size()).filter(index -> lines.get(index).contains(' ' + user + ' ')).findFirst()
				.orElseThrow(() -> new IOException(user + " was never loaded."));
		return new LoadedClasses(lines, use);
	}

	List<String> before(String bundle) {
		return of(bundle, lines.subList(0, use));
	}

	List<String> after(String bundle) {
		return of(bundle, lines.subList(use, lines.size()));
	}

	private static List<String> of(String bundle, List<String> lines) {
		Pattern source = Pattern.compile(" source: .*[/\\\\]" + Pattern.quote(bundle) + "_[^/\\\\]*$");
		return lines.stream().filter(line -> source.matcher(line).find()).toList();
	}
}
