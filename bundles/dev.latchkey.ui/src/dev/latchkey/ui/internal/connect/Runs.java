package dev.latchkey.ui.internal.connect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The runs with which one wizard changed tenants, by {@link dev.latchkey.registration.JournalRun#id()}, and the one that it goes on with. */
final class Runs {

	private final List<UUID> written = new ArrayList<>();
	private Optional<UUID> current = Optional.empty();

	/** The run that the next plan goes on with; empty when it begins a new one. */
	Optional<UUID> current() {
		return current;
	}

	/** All that this wizard has written and not taken back, the newest first. */
	List<UUID> written() {
		List<UUID> newestFirst = new ArrayList<>(written);
		Collections.reverse(newestFirst);
		return newestFirst;
	}

	/** Goes on with a run of an earlier wizard, which counts as written here only once more is written. */
	void goOnWith(UUID run) {
		current = Optional.of(run);
	}

	/** Something was written in that run, which includes what {@link #current()} did. */
	void wrote(UUID run) {
		current.ifPresent(written::remove);
		written.remove(run);
		written.add(run);
		current = Optional.of(run);
	}

	/** What comes next is about something else. */
	void separate() {
		current = Optional.empty();
	}

	/** These are there still, wholly or in part, although they were to be taken back. */
	void stillThere(Collection<UUID> runs) {
		runs.stream().filter(run -> !written.contains(run)).forEach(written::add);
	}

	/** These are taken back. */
	void undone(Collection<UUID> runs) {
		written.removeAll(runs);
		current = current.filter(run -> !runs.contains(run));
	}
}
