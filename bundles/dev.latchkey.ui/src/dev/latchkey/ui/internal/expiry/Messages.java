package dev.latchkey.ui.internal.expiry;

import org.eclipse.osgi.util.NLS;

/** The package's texts. */
final class Messages extends NLS {

	public static String ExpiryPopup_show;
	public static String ExpiryPopup_title;
	public static String ExpiryText_ended;
	public static String ExpiryText_endedMany;
	public static String ExpiryText_ending;
	public static String ExpiryText_endingMany;
	public static String ExpiryText_more;
	public static String ExpiryText_removable;
	public static String ExpiryText_removableMany;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
