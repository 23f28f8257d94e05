package dev.latchkey.certificate.pkcs11;

import org.eclipse.osgi.util.NLS;

/** Texts that people read. */
final class Messages extends NLS {

	public static String Module_description;
	public static String Module_name;
	public static String Tokens_description;
	public static String Tokens_name;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
