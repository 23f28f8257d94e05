package dev.latchkey.ui.internal.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionVerifier;
import dev.latchkey.connection.ConnectionVerifier.Verified;
import dev.latchkey.registration.Drift;
import dev.latchkey.registration.Failure;
import dev.latchkey.ui.internal.commands.VerifyReport.Line;
import dev.latchkey.ui.internal.forms.Failures;

/** Proves some connections, some at the same time. Runs in a background thread, without widgets. */
final class VerifyRun {

	/** Each waits for the network most of the time; more at once would only make Microsoft throttle. */
	private static final int AT_ONCE = 8;

	private final ConnectionVerifier verifier;
	private final List<Connection> selected;

	VerifyRun(ConnectionVerifier verifier, List<Connection> selected) {
		this.verifier = verifier;
		this.selected = selected;
	}

	/** When cancelled, what was not proven until then is left as it was, and the report says so. */
	VerifyReport call(IProgressMonitor monitor) throws InterruptedException {
		monitor.beginTask("", selected.size()); //$NON-NLS-1$
		ExecutorService threads = Executors.newFixedThreadPool(Math.min(AT_ONCE, selected.size()));
		try {
			List<Callable<Line>> tasks = selected.stream().map(each -> (Callable<Line>) () -> verify(each, monitor)).toList();
			List<Line> lines = new ArrayList<>();
			for (Future<Line> task : threads.invokeAll(tasks)) {
				line(task).ifPresent(lines::add);
			}
			return new VerifyReport(lines, selected.size());
		} finally {
			threads.shutdownNow();
			monitor.done();
		}
	}

	private static Optional<Line> line(Future<Line> task) throws InterruptedException {
		try {
			return Optional.of(task.get());
		} catch (ExecutionException e) {
			if (!Failures.cancelled(e.getCause())) {
				throw new IllegalStateException(e.getCause());
			}
			return Optional.empty();
		}
	}

	private Line verify(Connection connection, IProgressMonitor monitor) {
		if (monitor.isCanceled()) {
			throw new CancellationException();
		}
		try {
			Verified verified = verifier.verify(connection.id(), soFar -> {
			}, new Cancelling(monitor));
			return line(verified);
		} catch (OperationCanceledException | CancellationException e) {
			throw e;
		} catch (ConnectionException | RuntimeException | LinkageError e) { // A stranger's costs the others nothing.
			Failures.log(e);
			return new Line(connection.name(), Optional.of(Failures.sentence(e)), List.of());
		} finally {
			synchronized (monitor) {
				monitor.worked(1);
			}
		}
	}

	private static Line line(Verified verified) {
		verified.verification().checks().forEach(check -> check.failure().ifPresent(Failures::log));
		Optional<String> why = verified.verification().proven() ? Optional.empty()
				: Optional.of(verified.connection().proof().failure().map(Failure::sentence).orElse("")); //$NON-NLS-1$
		return new Line(verified.connection().name(), why, verified.drifts().stream().filter(drift -> drift.kind().isChange())
				.map(Drift::sentence).toList());
	}

	/** Asks one monitor from many threads whether it is cancelled, and tells it nothing. */
	private static final class Cancelling extends NullProgressMonitor {

		private final IProgressMonitor asked;

		Cancelling(IProgressMonitor asked) {
			this.asked = asked;
		}

		@Override
		public boolean isCanceled() {
			return asked.isCanceled();
		}
	}
}
