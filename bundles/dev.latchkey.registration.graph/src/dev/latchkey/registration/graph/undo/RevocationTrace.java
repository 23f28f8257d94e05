package dev.latchkey.registration.graph.undo;

import java.util.Map;
import java.util.Optional;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.JournalRun.Change;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.journal.Ids;

/** A permission that was taken back because nothing asked for it: undoing that would grant what nobody needs. */
final class RevocationTrace implements Trace {

	private final Change change;
	private final Assigned.AppRole kind;

	RevocationTrace(Change change) {
		this.change = change;
		this.kind = new Assigned.AppRole(change);
	}

	/** The change is there when the assignment is not. */
	@Override
	public Sight look(Reading now) throws Refusal {
		String revoked = change.ids().get(Ids.REVOKED_ASSIGNMENT_ID);
		boolean kept = now.all(kind.list()).stream()
				.anyMatch(assignment -> Reading.text(assignment, "id").equals(revoked)); //$NON-NLS-1$
		return kept ? Sight.GONE : Sight.ours(Map.of());
	}

	@Override
	public boolean carriesOthers() {
		return false;
	}

	@Override
	public Optional<Failure> obstacle(Reading now) {
		return Optional.of(Failure.of(Reason.REVOKED_ON_PURPOSE, change.title()));
	}

	@Override
	public void remove(Reading now) {
		throw new IllegalStateException(change.title());
	}

	@Override
	public String role() {
		return kind.role();
	}
}
