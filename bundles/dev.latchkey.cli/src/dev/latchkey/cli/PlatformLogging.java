package dev.latchkey.cli;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.eclipse.core.runtime.ILog;

/** Sends what our bundles log to the platform's log as long as it is open; Java would print it, stack traces and all. */
final class PlatformLogging extends Handler implements AutoCloseable {

	private final Logger logger;
	private final ILog log;

	PlatformLogging(Logger logger, ILog log) {
		this.logger = logger;
		this.log = log;
		logger.setUseParentHandlers(false);
		logger.addHandler(this);
	}

	@Override
	public void publish(LogRecord logged) {
		if (logged.getLevel().intValue() >= Level.SEVERE.intValue()) {
			log.error(logged.getMessage(), logged.getThrown());
		} else if (logged.getLevel().intValue() >= Level.WARNING.intValue()) {
			log.warn(logged.getMessage(), logged.getThrown());
		}
	}

	@Override
	public void flush() {
		// the platform's log keeps nothing back
	}

	@Override
	public void close() {
		logger.removeHandler(this);
		logger.setUseParentHandlers(true);
	}
}
