package dev.latchkey.ui.internal.transfer;

import org.eclipse.osgi.util.NLS;

/** The package's texts. */
final class Messages extends NLS {

	public static String ExportHandler_nothing;
	public static String ExportHandler_title;
	public static String ImportPage_added;
	public static String ImportPage_bring;
	public static String ImportPage_bringOne;
	public static String ImportPage_browse;
	public static String ImportPage_certificate;
	public static String ImportPage_choose;
	public static String ImportPage_connections;
	public static String ImportPage_description;
	public static String ImportPage_domain;
	public static String ImportPage_effect;
	public static String ImportPage_file;
	public static String ImportPage_found;
	public static String ImportPage_missing;
	public static String ImportPage_name;
	public static String ImportPage_none;
	public static String ImportPage_note;
	public static String ImportPage_replaced;
	public static String ImportPage_title;
	public static String ImportWizard_title;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
