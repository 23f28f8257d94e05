package dev.latchkey.registration.graph.journal;

import org.eclipse.osgi.util.NLS;

/** The package's sentences for people. */
final class Messages extends NLS {

	public static String FileJournal_damaged;
	public static String FileJournal_newer;
	public static String FileJournal_unreadable;

	static {
		initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
