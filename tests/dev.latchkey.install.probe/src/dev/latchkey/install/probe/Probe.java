package dev.latchkey.install.probe;

import java.nio.file.Path;

import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;

/**
 * Looks at a workbench from inside, as the system properties {@code latchkey.probe.*} ask: tells what our bundles are
 * before anyone uses them, tries the certificates of a provider if one is named, uses the command, tells which shell it
 * opened and whether the provider is seen there, and closes the workbench. Without a command it looks for help instead.
 */
public final class Probe implements IStartup {

	@Override
	public void earlyStartup() {
		Report report = new Report(Path.of(System.getProperty("latchkey.probe.report")));
		report.bundles();
		String provider = System.getProperty("latchkey.probe.provider");
		if (provider != null) {
			new ProviderUse(provider, report).start();
		}
		String command = System.getProperty("latchkey.probe.command");
		PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
			if (command == null) {
				new HelpVisit(report).start();
			} else {
				new CommandUse(command, provider != null, report).start();
			}
		});
	}
}
