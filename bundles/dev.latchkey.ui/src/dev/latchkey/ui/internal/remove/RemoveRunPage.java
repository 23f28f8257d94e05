package dev.latchkey.ui.internal.remove;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IProgressMonitor;

import dev.latchkey.connection.ConnectionRemoval;
import dev.latchkey.connection.ConnectionRemoval.Added;
import dev.latchkey.connection.ConnectionRemoval.Outcome;
import dev.latchkey.connection.ConnectionRemoval.TakenBack;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.UndoResult.Undone;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.connect.ActionRow;
import dev.latchkey.ui.internal.connect.RunArea;
import dev.latchkey.ui.internal.connect.TaskPage;
import dev.latchkey.ui.internal.connect.UndoRows;
import dev.latchkey.ui.internal.forms.LatestJob;

/** Takes back what was added to the organization, and shows what became of each item. */
final class RemoveRunPage extends TaskPage<RemoveModel> {

	private static final RunArea.Ids IDS = new RunArea.Ids(WidgetIds.REMOVE_STATE, WidgetIds.REMOVE_ACTIONS,
			WidgetIds.REMOVE_DETAILS);

	private final ConnectionRemoval removal;

	RemoveRunPage(RemoveModel model, ConnectionRemoval removal) {
		super("removeRun", Messages.RemoveRunPage_title, Messages.RemoveRunPage_description, model, IDS, //$NON-NLS-1$
				WidgetIds.REMOVE_RETRY);
		this.removal = removal;
	}

	@Override
	protected LatestJob.Work<Runnable> task() {
		return new Taking(model().added().orElseThrow(), model().session());
	}

	/** The session is the model's, which closes it. */
	private final class Taking implements LatestJob.Work<Runnable> {

		private final Added added;
		private final AdminSession session;

		Taking(Added added, Optional<AdminSession> session) {
			this.added = added;
			this.session = session.orElse(null);
		}

		@Override
		public Runnable call(IProgressMonitor monitor) throws Exception {
			TakenBack result = removal.takeBack(added, session, soFar -> progressed(() -> model().setTakenBack(soFar)), monitor);
			return () -> model().setTakenBack(result);
		}
	}

	@Override
	protected List<ActionRow> rows(boolean running) {
		return UndoRows.of(outcomes().flatMap(outcome -> outcome.result().stream()).flatMap(result -> result.changes().stream())
				.toList(), model().added().map(Added::runs).orElse(List.of()));
	}

	private Stream<Outcome> outcomes() {
		return model().takenBack().stream().flatMap(result -> result.runs().stream());
	}

	@Override
	protected boolean complete() {
		return model().complete();
	}

	@Override
	protected String state() {
		if (!over()) {
			return Messages.RemoveRunPage_running;
		}
		return complete() ? Messages.RemoveRunPage_done : why().orElse(Messages.RemoveRunPage_incomplete);
	}

	private Optional<String> why() {
		return Stream.concat(outcomes().flatMap(outcome -> outcome.failure().stream()),
				outcomes().flatMap(outcome -> outcome.result().stream()).flatMap(result -> result.changes().stream())
						.map(Undone::failure).flatMap(Optional::stream))
				.findFirst().map(failure -> failure.sentence());
	}

	@Override
	protected String whenComplete() {
		return Messages.RemoveRunPage_finish;
	}

	@Override
	protected String whenLeft() {
		return Messages.RemoveRunPage_choose;
	}
}
