package dev.latchkey.ui.internal.connect;

import java.util.List;
import java.util.Optional;

import dev.latchkey.registration.JournalRun;
import dev.latchkey.ui.internal.forms.Model;

/** The runs that were interrupted, and what is to become of one of them. */
final class InterruptedChoice extends Model {

	/** What can become of an interrupted run. */
	enum Way {
		RESUME, UNDO, LEAVE, LATER
	}

	private List<JournalRun> runs = List.of();
	private Optional<JournalRun> run = Optional.empty();
	private Way way = Way.RESUME;

	/** The newest first. */
	List<JournalRun> runs() {
		return runs;
	}

	/** Offers these, of which the first is chosen. */
	void offer(List<JournalRun> interrupted) {
		runs = List.copyOf(interrupted);
		run = runs.stream().findFirst();
		changed();
	}

	/** The one that is decided about; empty as long as there is none. */
	Optional<JournalRun> run() {
		return run;
	}

	void choose(Optional<JournalRun> chosen) {
		run = chosen;
		changed();
	}

	/** It is decided about that run. */
	void decided(JournalRun settled) {
		offer(runs.stream().filter(other -> !other.id().equals(settled.id())).toList());
	}

	Way way() {
		return way;
	}

	void setWay(Way way) {
		this.way = way;
		changed();
	}
}
