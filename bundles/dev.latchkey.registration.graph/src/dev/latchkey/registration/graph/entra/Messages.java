package dev.latchkey.registration.graph.entra;

import org.eclipse.osgi.util.NLS;

/** The package's sentences for people. */
final class Messages extends NLS {

	public static String AnswerPage_close;
	public static String AnswerPage_closeAndSee;
	public static String AnswerPage_language;
	public static String AnswerPage_notSignedIn;
	public static String AnswerPage_signedIn;

	static {
		initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
