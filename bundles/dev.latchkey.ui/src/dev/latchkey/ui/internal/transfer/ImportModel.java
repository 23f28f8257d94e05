package dev.latchkey.ui.internal.transfer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.latchkey.connection.ConnectionTransfer.Arrival;
import dev.latchkey.ui.internal.forms.FilePaths;
import dev.latchkey.ui.internal.forms.Model;

/** From which file connections come, what is in it, and which of them are taken. */
final class ImportModel extends Model {

	private String path = ""; //$NON-NLS-1$
	private Optional<List<Arrival>> arrivals = Optional.empty();
	private List<Arrival> chosen = List.of();
	private Optional<String> failure = Optional.empty();

	String path() {
		return path;
	}

	void setPath(String path) {
		if (!path.equals(this.path)) {
			this.path = path;
			read(Optional.empty(), Optional.empty());
		}
	}

	Optional<Path> file() {
		return FilePaths.absolute(path);
	}

	/** What is in the file; empty as long as it was not read. */
	Optional<List<Arrival>> arrivals() {
		return arrivals;
	}

	/** The file was read, or why that can't be done. All that was found is chosen. */
	void read(Optional<List<Arrival>> found, Optional<String> why) {
		arrivals = found;
		chosen = found.orElse(List.of());
		failure = why;
		changed();
	}

	Optional<String> failure() {
		return failure;
	}

	List<Arrival> chosen() {
		return chosen;
	}

	void choose(Set<Arrival> wanted) {
		chosen = arrivals.orElse(List.of()).stream().filter(wanted::contains).toList();
		changed();
	}
}
