package dev.latchkey.ui.tests.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.runtime.Platform;

/** Leaves the console's journal as a console that is killed in the middle of a run leaves it. */
final class KilledConsole {

	private final Path folder;

	KilledConsole() throws IOException {
		folder = Path.of(URI.create(Platform.getConfigurationLocation().getDataArea("dev.latchkey.registration/journal")
				.toString().replace(" ", "%20")));
	}

	/** Forgets the end of the only run, and what became of its last change. */
	void cutOff() throws IOException {
		Path file = files().get(0);
		List<String> lines = new ArrayList<>(Files.readAllLines(file));
		lines.removeIf(line -> line.contains("\"finished\""));
		lines.remove(lines.size() - 1);
		Files.write(file, lines);
	}

	/** Forgets everything, so that no test finds what another one left. */
	void forget() {
		try {
			for (Path file : files()) {
				Files.delete(file);
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private List<Path> files() throws IOException {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(folder)) {
			return files.toList();
		}
	}
}
