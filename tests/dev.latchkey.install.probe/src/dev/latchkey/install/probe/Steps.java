package dev.latchkey.install.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;

import org.eclipse.swt.widgets.Display;

/** What to do one after the other, each as soon as it can be done. Everything in the UI thread. */
final class Steps {

	private static final Duration PATIENCE = Duration.ofSeconds(90);
	private static final int INTERVAL_MILLIS = 100;

	private final Instant deadline = Instant.now().plus(PATIENCE);
	private final Queue<Supplier<Optional<Runnable>>> steps = new ArrayDeque<>();
	private final Display display;
	private final Report report;
	private final Runnable ended;

	/** @param ended what follows the last step, or the first one that could not be done in time */
	Steps(Display display, Report report, Runnable ended) {
		this.display = display;
		this.report = report;
		this.ended = ended;
	}

	/** @param step answers what to do as soon as it can be done */
	void then(Supplier<Optional<Runnable>> step) {
		steps.add(step);
	}

	void start() {
		display.timerExec(INTERVAL_MILLIS, this::look);
	}

	private void look() {
		Optional<Runnable> action = steps.element().get();
		boolean late = Instant.now().isAfter(deadline);
		if (late) {
			report.tell("steps.left", String.valueOf(steps.size()));
		}
		if (action.isPresent()) {
			steps.remove();
		}
		boolean last = late || steps.isEmpty();
		if (!last) {
			// before the action, which may open a dialog and return when that is closed
			start();
		}
		action.ifPresent(Runnable::run);
		if (last) {
			ended.run();
		}
	}
}
