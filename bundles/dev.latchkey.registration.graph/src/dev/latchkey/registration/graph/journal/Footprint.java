package dev.latchkey.registration.graph.journal;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.latchkey.registration.Journal;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.JournalRun.Change;
import dev.latchkey.registration.JournalRun.Outcome;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.graph.Refusal;

/**
 * What this console did to one application, as the journal knows it.
 *
 * @param runs the newest first
 */
public record Footprint(List<JournalRun> runs) {

	public static Footprint of(Journal journal, RegistrationRequest request) throws Refusal {
		try {
			return new Footprint(journal.runs(request.applicationId()).stream()
					.filter(run -> run.cloudId().equals(request.tenant().cloud().id())
							&& run.tenantId().equals(request.tenant().id()))
					.toList());
		} catch (RegistrationException e) {
			throw new Refusal(e.failure(), 0, Optional.empty(), e);
		}
	}

	/** When Latchkey came. */
	public Optional<Instant> since() {
		return runs.isEmpty() ? Optional.empty() : Optional.of(runs.get(runs.size() - 1).started());
	}

	/** Whether that was written, and not taken back here. */
	public boolean wasDone(String itemId) {
		return changes().anyMatch(change -> change.itemId().equals(itemId) && change.outcome() == Outcome.DONE);
	}

	/** @param sha256 in lower case hexadecimal digits */
	public boolean wasRegistered(String sha256) {
		return changes().anyMatch(change -> change.outcome() == Outcome.DONE && is(change, Ids.CERTIFICATE, sha256));
	}

	/** What granted the permission with that assignment; certain only, so not what was begun and never answered. */
	public Optional<Granted> granted(String assignmentId) {
		return runs.stream()
				.flatMap(run -> run.changes().stream().filter(
						change -> change.outcome() == Outcome.DONE && is(change, Ids.ASSIGNMENT_ID, assignmentId)
								&& change.ids().containsKey(Ids.APP_ROLE_ID))
						.map(change -> new Granted(run, change)))
				.findFirst();
	}

	/** Ids of the keys that were there, and that are ours, when ours was registered last; empty when nobody noted that. */
	public Optional<Set<String>> knownKeys() {
		Optional<Change> last = changes().filter(change -> change.ids().containsKey(Ids.OTHER_KEY_IDS)).findFirst();
		return last.map(change -> {
			Set<String> known = new HashSet<>(List.of(change.ids().get(Ids.OTHER_KEY_IDS).split(" "))); //$NON-NLS-1$
			changes().map(Change::ids).map(ids -> ids.get(Ids.KEY_ID)).filter(id -> id != null).forEach(known::add);
			return Set.copyOf(known);
		});
	}

	private Stream<Change> changes() {
		return runs.stream().flatMap(run -> run.changes().stream());
	}

	private static boolean is(Change change, String name, String value) {
		Map<String, String> ids = change.ids();
		return value.equals(ids.get(name));
	}

	/**
	 * A permission that this console granted.
	 *
	 * @param run    in which
	 * @param change by which
	 */
	public record Granted(JournalRun run, Change change) {
	}
}
