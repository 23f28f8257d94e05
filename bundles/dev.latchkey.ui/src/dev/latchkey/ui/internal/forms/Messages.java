package dev.latchkey.ui.internal.forms;

import org.eclipse.osgi.util.NLS;

/** The package's texts. */
final class Messages extends NLS {

	public static String Failures_log;
	public static String Failures_unexpected;
	public static String FormDialog_message;
	public static String Formats_seconds;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
