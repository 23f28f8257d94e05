package dev.latchkey.benchmarks;

import java.nio.file.Path;
import java.time.Duration;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;

/** Measures in this workbench what the environment variables {@code LATCHKEY_BENCHMARK…} ask for, and closes it. */
public final class Probe implements IStartup {

	private static final Duration QUIET = Duration.ofSeconds(3);
	private static final int INTERVAL_MILLIS = 100;
	private static final int FAILED = 1;

	@Override
	public void earlyStartup() {
		display().syncExec(() -> {
		});
		Start start = Start.untilNow();
		// Not in the workbench's own job, or there would always be one at work.
		new Thread(() -> measure(start), "Latchkey benchmark").start();
	}

	private static void measure(Start start) {
		try {
			awaitQuiet();
			measurement(start).run(new Figures(Path.of(folder(), "figures"), variable("_PREFIX")));
			display().asyncExec(PlatformUI.getWorkbench()::close);
		} catch (Exception | LinkageError e) {
			e.printStackTrace();
			Runtime.getRuntime().halt(FAILED);
		}
	}

	private static Measurement measurement(Start start) {
		return switch (variable("")) {
		case "start" -> new StartMeasurement(start);
		case "known" -> new KnownMeasurement();
		case "wizard" -> new WizardMeasurement(variable("_COMMAND"));
		case "issue" -> new IssueMeasurement(Path.of(folder()));
		case "files" -> new KeyFileMeasurement(Path.of(folder()));
		case "store" -> new StoreMeasurement(Path.of(folder(), "certificates"));
		case "select" -> new SelectMeasurement();
		case "view" -> new ViewMeasurement();
		case "connect" -> new ConnectMeasurement(Path.of(folder(), "requests"));
		case "tokens" -> new TokenMeasurement();
		case "fleet" -> new FleetMeasurement();
		default -> throw new IllegalArgumentException(variable(""));
		};
	}

	/** What starts a workbench goes on in jobs after its window has opened. */
	private static void awaitQuiet() throws InterruptedException {
		long since = System.nanoTime();
		while (System.nanoTime() - since < QUIET.toNanos()) {
			Thread.sleep(INTERVAL_MILLIS);
			if (!Job.getJobManager().isIdle()) {
				since = System.nanoTime();
			}
		}
	}

	private static Display display() {
		return PlatformUI.getWorkbench().getDisplay();
	}

	private static String folder() {
		return variable("_FOLDER");
	}

	private static String variable(String name) {
		return System.getenv("LATCHKEY_BENCHMARK" + name);
	}
}
