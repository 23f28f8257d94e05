package dev.latchkey.ui.internal.connect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationService;
import dev.latchkey.registration.UndoResult;
import dev.latchkey.ui.internal.connect.UndoProgress.Phase;

/** Takes runs back, the newest first. Runs in a background thread, without widgets. */
final class UndoRun {

	private final RegistrationService registration;
	private final List<JournalRun> runs;
	/** Null when nobody is signed in. */
	private final AdminSession session;
	private final Consumer<UndoProgress> listener;
	private volatile UndoProgress progress = UndoProgress.START;

	/**
	 * @param session  the wizard's to close
	 * @param listener is told how it stands, in background threads
	 */
	UndoRun(RegistrationService registration, List<JournalRun> runs, Optional<AdminSession> session,
			Consumer<UndoProgress> listener) {
		this.registration = registration;
		this.runs = List.copyOf(runs);
		this.session = session.orElse(null);
		this.listener = listener;
	}

	/** Does it all; failures and cancelling are in the progress that is told last, and returned. */
	UndoProgress run(IProgressMonitor monitor) {
		tell(progress.in(Phase.RUNNING));
		List<UndoResult> results = new ArrayList<>();
		try {
			if (session == null) {
				throw new RegistrationException(Failure.of(Reason.SESSION_ENDED));
			}
			for (JournalRun run : runs) {
				List<UndoResult> before = List.copyOf(results);
				results.add(registration.undo(run, session, soFar -> tell(progress.with(with(before, soFar))), monitor));
				tell(progress.with(results));
			}
			tell(progress.in(monitor.isCanceled() ? Phase.STOPPED : Phase.ENDED));
		} catch (OperationCanceledException e) {
			tell(progress.in(Phase.STOPPED));
		} catch (RegistrationException e) {
			tell(progress.failed(e.failure()));
		}
		return progress;
	}

	private static List<UndoResult> with(List<UndoResult> before, UndoResult latest) {
		List<UndoResult> all = new ArrayList<>(before);
		all.add(latest);
		return all;
	}

	private void tell(UndoProgress next) {
		progress = next;
		listener.accept(next);
	}
}
