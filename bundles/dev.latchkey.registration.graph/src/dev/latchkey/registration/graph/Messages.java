package dev.latchkey.registration.graph;

import org.eclipse.osgi.util.NLS;

/** The package's sentences for people. */
final class Messages extends NLS {

	public static String CloudFile_malformed;
	public static String CloudFile_notJson;
	public static String CloudFile_notReadable;
	public static String CloudFile_sameId;
	public static String CloudFile_unreadable;
	public static String TrustedFile_empty;
	public static String TrustedFile_unreadable;

	static {
		initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
