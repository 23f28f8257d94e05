package dev.latchkey.registration.graph.undo;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

import com.google.gson.JsonObject;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.JournalRun.Change;
import dev.latchkey.registration.JournalRun.Outcome;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.journal.Ids;

/**
 * An app role or a directory role that was assigned: ours is the one with our assignment's id. When that is unknown, it is
 * what was not there right before, unless it was made at another time than ours.
 */
final class AssignmentTrace implements Trace {

	/** Clocks differ, and answers get lost slowly. */
	private static final Duration TOLERANCE = Duration.ofMinutes(15);

	private final Change change;
	private final Kind kind;

	/** What both kinds differ in. */
	interface Kind {

		/** Where they are listed. */
		String list();

		/** Where one of them is. */
		String one(String assignmentId);

		/** Whether it gives the same. */
		boolean same(JsonObject assignment);

		/** Who can take it back. */
		String role();
	}

	AssignmentTrace(Change change, Kind kind) {
		this.change = change;
		this.kind = kind;
	}

	@Override
	public Sight look(Reading now) throws Refusal {
		Optional<JsonObject> found = find(now);
		if (found.isEmpty()) {
			return Sight.GONE;
		}
		String id = Reading.text(found.get(), "id"); //$NON-NLS-1$
		return isKnown() || isOfThatTime(found.get()) ? Sight.ours(Map.of(Ids.ASSIGNMENT_ID, id))
				: Sight.foreign(Failure.of(Reason.NOT_PROVABLY_OURS, change.title()));
	}

	private boolean isKnown() {
		return change.ids().containsKey(Ids.ASSIGNMENT_ID);
	}

	private Optional<JsonObject> find(Reading now) throws Refusal {
		for (JsonObject assignment : now.all(kind.list())) {
			boolean ours = isKnown() ? Reading.text(assignment, "id").equals(change.ids().get(Ids.ASSIGNMENT_ID)) //$NON-NLS-1$
					: kind.same(assignment);
			if (ours) {
				return Optional.of(assignment);
			}
		}
		return Optional.empty();
	}

	/** What Graph tells no time of passes. */
	private boolean isOfThatTime(JsonObject assignment) {
		String created = Reading.text(assignment, "createdDateTime"); //$NON-NLS-1$
		if (change.outcome() != Outcome.BEGUN || created.isEmpty()) {
			return true;
		}
		try {
			Instant time = OffsetDateTime.parse(created).toInstant();
			return Duration.between(change.time(), time).abs().compareTo(TOLERANCE) < 0;
		} catch (DateTimeException e) {
			return false;
		}
	}

	@Override
	public boolean carriesOthers() {
		return false;
	}

	@Override
	public Optional<Failure> obstacle(Reading now) {
		return Optional.empty();
	}

	@Override
	public void remove(Reading now) throws Refusal {
		Optional<JsonObject> found = find(now);
		if (found.isPresent()) {
			now.delete(kind.one(Reading.text(found.get(), "id"))); //$NON-NLS-1$
		}
	}

	@Override
	public String role() {
		return kind.role();
	}
}
