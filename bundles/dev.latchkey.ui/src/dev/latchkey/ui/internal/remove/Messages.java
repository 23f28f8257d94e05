package dev.latchkey.ui.internal.remove;

import org.eclipse.osgi.util.NLS;

/** The package's texts. */
final class Messages extends NLS {

	public static String AddedText_goes;
	public static String AddedText_item;
	public static String AddedText_nothing;
	public static String AddedText_stays;
	public static String RemovePage_console;
	public static String RemovePage_consoleNote;
	public static String RemovePage_description;
	public static String RemovePage_items;
	public static String RemovePage_more;
	public static String RemovePage_reading;
	public static String RemovePage_several;
	public static String RemovePage_tenant;
	public static String RemovePage_tenantNote;
	public static String RemovePage_title;
	public static String RemovePage_what;
	public static String RemoveRunPage_choose;
	public static String RemoveRunPage_description;
	public static String RemoveRunPage_done;
	public static String RemoveRunPage_finish;
	public static String RemoveRunPage_incomplete;
	public static String RemoveRunPage_running;
	public static String RemoveRunPage_title;
	public static String RemoveWizard_title;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
