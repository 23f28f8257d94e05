package dev.latchkey.registration.graph.undo;

import java.util.Map;
import java.util.Optional;

import com.google.gson.JsonArray;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.JournalRun.Change;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.journal.Ids;

/** A certificate that had expired and was removed: Graph takes no expired one, so that it can't be put back. */
final class RemovedKeyTrace extends ApplicationTrace {

	private final Change change;

	RemovedKeyTrace(Change change) {
		super(change.ids().get(Ids.APPLICATION_ID), KeyTrace.PROPERTY);
		this.change = change;
	}

	/** The change is there when the certificate is not. */
	@Override
	public Sight look(Reading now) throws Refusal {
		boolean kept = application(now).isEmpty()
				|| first(list(now), KeyTrace.KEY_ID, change.ids().get(Ids.REMOVED_KEY_ID)).isPresent();
		return kept ? Sight.GONE : Sight.ours(Map.of());
	}

	@Override
	public Optional<Failure> obstacle(Reading now) {
		return Optional.of(Failure.of(Reason.NOT_RESTORABLE, change.title()));
	}

	@Override
	JsonArray without(JsonArray list) {
		return list;
	}
}
