package dev.latchkey.registration.graph.undo;

import java.util.Map;
import java.util.Set;

import dev.latchkey.registration.JournalRun.Change;
import dev.latchkey.registration.graph.journal.Ids;

/** How each kind of change is found again. */
final class Traces {

	private Traces() {
	}

	/** @param removed ids of the assignments that were taken back so far */
	static Trace of(Change change, Set<String> removed) {
		Map<String, String> ids = change.ids();
		if (ids.containsKey(Ids.KEY_ID) || ids.containsKey(Ids.CERTIFICATE)) {
			return new KeyTrace(change);
		}
		if (ids.containsKey(Ids.REMOVED_KEY_ID)) {
			return new RemovedKeyTrace(change);
		}
		if (ids.containsKey(Ids.REVOKED_ASSIGNMENT_ID)) {
			return new RevocationTrace(change);
		}
		if (ids.containsKey(Ids.ENTRIES)) {
			return new DeclarationTrace(change);
		}
		if (ids.containsKey(Ids.APP_ID)) {
			return new PrincipalTrace(change, removed);
		}
		return new AssignmentTrace(change, ids.containsKey(Ids.APP_ROLE_ID) ? new Assigned.AppRole(change)
				: new Assigned.DirectoryRole(change));
	}
}
