package dev.latchkey.ui.internal.export;

import org.eclipse.osgi.util.NLS;

/** The package's texts. */
final class Messages extends NLS {

	public static String ExportPage_browse;
	public static String ExportPage_checking;
	public static String ExportPage_choose;
	public static String ExportPage_der;
	public static String ExportPage_description;
	public static String ExportPage_file;
	public static String ExportPage_key;
	public static String ExportPage_keyNote;
	public static String ExportPage_notAPath;
	public static String ExportPage_pem;
	public static String ExportPage_title;
	public static String ExportWizard_replace;
	public static String ExportWizard_replaceTitle;
	public static String ExportWizard_title;
	public static String ExportWizard_working;
	public static String ExportedPage_description;
	public static String ExportedPage_file;
	public static String ExportedPage_handOver;
	public static String ExportedPage_public;
	public static String ExportedPage_title;
	public static String ProtectionGroup_copy;
	public static String ProtectionGroup_differ;
	public static String ProtectionGroup_generated;
	public static String ProtectionGroup_old;
	public static String ProtectionGroup_oldNote;
	public static String ProtectionGroup_own;
	public static String ProtectionGroup_password;
	public static String ProtectionGroup_phrase;
	public static String ProtectionGroup_repeat;
	public static String ProtectionGroup_type;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
