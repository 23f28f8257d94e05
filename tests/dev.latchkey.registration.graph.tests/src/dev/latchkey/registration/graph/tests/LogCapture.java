package dev.latchkey.registration.graph.tests;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;

/** Everything that is logged in this program while this is open, at every level. */
final class LogCapture extends Handler implements AutoCloseable {

	/** The simulated tenant's server and the test's browser, which are no part of Latchkey and log what they hear. */
	private static final List<String> OTHERS = List.of("com.sun.net.httpserver", "jdk.internal.httpclient",
			"jdk.httpclient");

	private final Logger root = Logger.getLogger("");
	private final Level before = root.getLevel();
	private final ILogListener listener = (status, plugin) -> add(status);
	private final StringBuffer text = new StringBuffer();

	private LogCapture() {
		root.setLevel(Level.ALL);
		root.addHandler(this);
		Platform.addLogListener(listener);
	}

	static LogCapture everything() {
		return new LogCapture();
	}

	private void add(IStatus status) {
		text.append(status.getMessage()).append('\n').append(trace(status.getException()));
		Arrays.stream(status.getChildren()).forEach(this::add);
	}

	private static String trace(Throwable thrown) {
		StringWriter trace = new StringWriter();
		if (thrown != null) {
			thrown.printStackTrace(new PrintWriter(trace, true));
		}
		return trace.toString();
	}

	@Override
	public void publish(LogRecord entry) {
		if (OTHERS.stream().noneMatch(String.valueOf(entry.getLoggerName())::startsWith)) {
			text.append(entry.getLoggerName()).append(' ').append(entry.getMessage()).append(' ')
					.append(Arrays.toString(entry.getParameters())).append('\n').append(trace(entry.getThrown()));
		}
	}

	String text() {
		return text.toString();
	}

	/** The line where that stands. */
	String around(String found) {
		return text().lines().filter(line -> line.contains(found)).findFirst().orElse("");
	}

	@Override
	public void flush() {
		// Nothing is buffered.
	}

	@Override
	public void close() {
		Platform.removeLogListener(listener);
		root.removeHandler(this);
		root.setLevel(before);
	}
}
