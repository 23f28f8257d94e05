package dev.latchkey.cli;

import java.io.PrintStream;
import java.util.logging.Logger;

import org.eclipse.core.runtime.ILog;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** The command line as an application of a console, which needs no display. Its result is the exit code. */
public final class LatchkeyApplication implements IApplication {

	private static final String NATIVE_LAUNCHER = "eclipse.launcher"; //$NON-NLS-1$
	private static final String EXIT_DATA = "eclipse.exitdata"; //$NON-NLS-1$
	/** Held, because the logging of Java forgets what nobody holds. */
	private static final Logger LOGGER = Logger.getLogger("dev.latchkey"); //$NON-NLS-1$

	private final Interruption interruption = new Interruption();

	@Override
	public Object start(IApplicationContext application) {
		application.applicationRunning();
		if (System.getProperty(NATIVE_LAUNCHER) != null) {
			// or it opens a dialog because an exit code is not 0; without it, Java's launcher would print the value
			System.setProperty(EXIT_DATA, ""); //$NON-NLS-1$
		}
		BundleContext bundle = FrameworkUtil.getBundle(LatchkeyApplication.class).getBundleContext();
		ILog log = ILog.of(bundle.getBundle());
		String[] all = (String[]) application.getArguments().get(IApplicationContext.APPLICATION_ARGS);
		Terminal terminal = Terminal.ofProcess();
		PrintStream out = System.out;
		// what strangers print is not our result
		System.setOut(System.err);
		try (var logging = new PlatformLogging(LOGGER, log);
				var prompt = TerminalPinPrompt.register(bundle, terminal);
				var services = new OsgiServices(bundle);
				var end = interruption.untilEnd(terminal)) {
			Environment environment = new Environment(services, terminal, log::error, interruption,
					bundle.getBundle().getVersion().toString());
			return LatchkeyCommandLine.run(environment, Arguments.of(all, Boolean.getBoolean(Arguments.MARKED)));
		} finally {
			System.setOut(out);
		}
	}

	@Override
	public void stop() {
		interruption.request();
	}
}
