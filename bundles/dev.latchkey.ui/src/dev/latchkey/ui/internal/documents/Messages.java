package dev.latchkey.ui.internal.documents;

import org.eclipse.osgi.util.NLS;

/** The package's texts. */
final class Messages extends NLS {

	public static String CalendarDocument_description;
	public static String CalendarDocument_empty;
	public static String CalendarDocument_ending;
	public static String CalendarDocument_name;
	public static String CalendarDocument_note;
	public static String CalendarDocument_title;
	public static String ConnectionsDocument_description;
	public static String ConnectionsDocument_ending;
	public static String ConnectionsDocument_name;
	public static String ConnectionsDocument_note;
	public static String ConnectionsDocument_noteOne;
	public static String ConnectionsDocument_title;
	public static String DocumentPage_browse;
	public static String DocumentPage_browseFile;
	public static String DocumentPage_browseFolder;
	public static String DocumentPage_choose;
	public static String DocumentPage_file;
	public static String DocumentPage_looking;
	public static String DocumentPage_notAPath;
	public static String DocumentPage_replaces;
	public static String DocumentPage_target;
	public static String DocumentWizard_working;
	public static String HandOverDocument_description;
	public static String HandOverDocument_name;
	public static String HandOverDocument_notEmpty;
	public static String HandOverDocument_note;
	public static String HandOverDocument_title;
	public static String PlanDocument_description;
	public static String PlanDocument_ending;
	public static String PlanDocument_name;
	public static String PlanDocument_note;
	public static String PlanDocument_title;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
