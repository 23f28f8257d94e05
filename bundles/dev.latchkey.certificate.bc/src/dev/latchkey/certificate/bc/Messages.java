package dev.latchkey.certificate.bc;

import org.eclipse.osgi.util.NLS;

/** Texts that people read. */
final class Messages extends NLS {

	public static String KeyStoreFile_description;
	public static String KeyStoreFile_name;
	public static String Pem_openSsh;
	public static String Pfx_publicKeyProtection;
	public static String Pfx_secondPassword;
	public static String Pfx_signatureProtection;
	public static String PfxLinks_description;
	public static String PfxLinks_name;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
