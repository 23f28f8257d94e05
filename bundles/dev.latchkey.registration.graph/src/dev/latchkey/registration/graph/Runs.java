package dev.latchkey.registration.graph;

import java.util.function.Consumer;

import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.UndoResult;
import dev.latchkey.registration.graph.journal.FileJournal;
import dev.latchkey.registration.graph.journal.RunJournal;
import dev.latchkey.registration.graph.net.Operation;
import dev.latchkey.registration.graph.tenant.GraphClient;
import dev.latchkey.registration.graph.tenant.Registrar;
import dev.latchkey.registration.graph.undo.Reconciliation;
import dev.latchkey.registration.graph.undo.Undo;

/** Changes a tenant, never without the journal. */
final class Runs {

	private final FileJournal journal;
	private final GraphClient graph;
	private final Operation operation;

	Runs(FileJournal journal, GraphClient graph, Operation operation) {
		this.journal = journal;
		this.graph = graph;
		this.operation = operation;
	}

	RegistrationResult apply(RegistrationPlan plan, Registrar registrar, Consumer<RegistrationResult> progress)
			throws Refusal {
		if (!plan.changesAnything() && plan.continues().isEmpty()) {
			return registrar.apply(plan, FileJournal.NOTHING_TO_WRITE, progress);
		}
		try (RunJournal run = journal.begin(plan)) {
			RegistrationResult result = registrar.apply(plan, run, so -> progress.accept(run.tell(so)));
			new Reconciliation(run, graph, operation).run();
			RegistrationResult told = run.tell(result);
			run.finish();
			return told;
		}
	}

	UndoResult undo(JournalRun run, Consumer<UndoResult> progress) throws Refusal {
		try (RunJournal taken = journal.undo(run.id())) {
			return new Undo(taken, graph, operation, progress).run();
		}
	}
}
