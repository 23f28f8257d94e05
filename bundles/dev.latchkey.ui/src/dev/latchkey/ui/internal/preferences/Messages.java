package dev.latchkey.ui.internal.preferences;

import org.eclipse.osgi.util.NLS;

/** The package's texts. */
final class Messages extends NLS {

	public static String ClientIdEditor_invalid;
	public static String ClientIdEditor_label;
	public static String ClientIdEditor_note;
	public static String ClientIdEditor_usual;
	public static String CloudFilesEditor_add;
	public static String CloudFilesEditor_allFiles;
	public static String CloudFilesEditor_choose;
	public static String CloudFilesEditor_files;
	public static String CloudFilesEditor_label;
	public static String LatchkeyPage_description;
	public static String LifetimeEditor_invalid;
	public static String LifetimeEditor_label;
	public static String LifetimeEditor_note;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
