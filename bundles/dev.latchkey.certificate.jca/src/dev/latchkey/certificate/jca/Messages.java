package dev.latchkey.certificate.jca;

import org.eclipse.osgi.util.NLS;

/** Texts that people read. */
final class Messages extends NLS {

	public static String MacKeychain_description;
	public static String MacKeychain_name;
	public static String WindowsMachine_description;
	public static String WindowsMachine_name;
	public static String WindowsUser_description;
	public static String WindowsUser_name;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
