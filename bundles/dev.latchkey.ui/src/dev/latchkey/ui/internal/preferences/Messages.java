package dev.latchkey.ui.internal.preferences;

import org.eclipse.osgi.util.NLS;

/** The package's texts. */
final class Messages extends NLS {

	public static String ClientIdEditor_invalid;
	public static String ClientIdEditor_label;
	public static String ClientIdEditor_note;
	public static String ClientIdEditor_usual;
	public static String CloudFiles_add;
	public static String CloudFiles_choose;
	public static String CloudFiles_files;
	public static String CloudFiles_label;
	public static String ConnectionsPage_bits;
	public static String ConnectionsPage_cloud;
	public static String ConnectionsPage_cloudMissing;
	public static String ConnectionsPage_description;
	public static String ConnectionsPage_keySize;
	public static String ConnectionsPage_notify;
	public static String ConnectionsPage_reading;
	public static String ConnectionsPage_validity;
	public static String ConnectionsPage_validityInvalid;
	public static String FilesEditor_allFiles;
	public static String FilesEditor_noPath;
	public static String FilesEditor_remove;
	public static String LatchkeyPage_description;
	public static String LatchkeyPage_problems;
	public static String LifetimeEditor_invalid;
	public static String LifetimeEditor_label;
	public static String LifetimeEditor_note;
	public static String PlatformLinks_network;
	public static String PlatformLinks_storage;
	public static String ProfileFiles_add;
	public static String ProfileFiles_choose;
	public static String ProfileFiles_files;
	public static String ProfileFiles_label;
	public static String SignInEditor_browser;
	public static String SignInEditor_code;
	public static String SignInEditor_label;
	public static String TrustedFiles_add;
	public static String TrustedFiles_choose;
	public static String TrustedFiles_files;
	public static String TrustedFiles_label;
	public static String TrustedFiles_none;
	public static String TrustedFiles_unreadable;
	public static String WarningDaysEditor_invalid;
	public static String WarningDaysEditor_label;
	public static String WarningDaysEditor_note;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
