package dev.latchkey.registration.graph.profile;

import org.eclipse.osgi.util.NLS;

/** The package's sentences for people. */
final class Messages extends NLS {

	public static String badId;
	public static String badValue;
	public static String emptyArray;
	public static String emptyText;
	public static String endsEarly;
	public static String longText;
	public static String missing;
	public static String notArray;
	public static String notGuid;
	public static String notJson;
	public static String notLanguage;
	public static String notObject;
	public static String notText;
	public static String notUtf8;
	public static String ownId;
	public static String sameId;
	public static String samePermission;
	public static String sameRole;
	public static String strangerThrows;
	public static String tooDeep;
	public static String tooLarge;
	public static String twice;
	public static String twoChoices;
	public static String unknownCloud;
	public static String unknownMember;
	public static String unknownResource;
	public static String unknownService;
	public static String unreadable;

	static {
		initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
