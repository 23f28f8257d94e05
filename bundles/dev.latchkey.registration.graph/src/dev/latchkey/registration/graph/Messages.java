package dev.latchkey.registration.graph;

import org.eclipse.osgi.util.NLS;

/** The package's sentences for people. */
final class Messages extends NLS {

	static String CloudFile_malformed;
	static String CloudFile_notJson;
	static String CloudFile_sameId;
	static String CloudFile_unreadable;

	static {
		initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
