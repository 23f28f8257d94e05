package dev.latchkey.benchmarks;

import java.io.IOException;

import org.eclipse.ui.PlatformUI;

/** How long a command takes to show its wizard: once fresh, and again and again. */
final class WizardMeasurement implements Measurement {

	private static final int TIMES = 10;
	private static final int PAUSE_MILLIS = 500;

	private final String command;

	WizardMeasurement(String command) {
		this.command = command;
	}

	@Override
	public void run(Figures figures) throws IOException, InterruptedException {
		for (int time = 1; time <= TIMES; time++) {
			Opening opening = new Opening(PlatformUI.getWorkbench(), command);
			PlatformUI.getWorkbench().getDisplay().syncExec(opening);
			figures.millis(time == 1 ? "wizard.first" : time == 2 ? "wizard.second" : "wizard.later", opening.nanos());
			Thread.sleep(PAUSE_MILLIS);
		}
	}
}
