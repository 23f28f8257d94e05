package dev.latchkey.registration.graph.undo;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.OperationCanceledException;

import dev.latchkey.registration.JournalRun.Change;
import dev.latchkey.registration.JournalRun.Outcome;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.journal.Ids;
import dev.latchkey.registration.graph.journal.RunJournal;
import dev.latchkey.registration.graph.net.Operation;
import dev.latchkey.registration.graph.tenant.GraphClient;

/**
 * Finds out what became of changes whose end is unknown: what is seen in the tenant was done; what was later written as new
 * had not been done before. What is neither stays unknown, for readers may lag behind.
 */
public final class Reconciliation {

	private final RunJournal journal;
	private final Reading now;

	public Reconciliation(RunJournal journal, GraphClient graph, Operation operation) {
		this.journal = journal;
		this.now = new Reading(graph, (why, duration) -> operation.pause(duration));
	}

	/** Does what it can. */
	public void run() {
		List<Change> changes = journal.run().changes();
		try {
			for (int i = 0; i < changes.size(); i++) {
				if (changes.get(i).outcome() == Outcome.BEGUN) {
					look(i, changes);
				}
			}
		} catch (Refusal | OperationCanceledException e) {
			return; // What stays unknown can be looked up whenever it is taken back.
		}
	}

	private void look(int number, List<Change> changes) throws Refusal {
		Change change = changes.get(number);
		boolean superseded = IntStream.range(number + 1, changes.size()).mapToObj(changes::get)
				.anyMatch(later -> later.outcome() == Outcome.DONE && Ids.sameThing(change.ids(), later.ids()));
		if (superseded) {
			journal.failed(number);
			return;
		}
		Sight sight = Traces.of(change, Set.of()).look(now);
		if (sight.isOurs()) {
			journal.done(number, sight.ids());
		}
	}
}
