package dev.latchkey.ui.internal.commands;

import org.eclipse.osgi.util.NLS;

/** The package's texts. */
final class Messages extends NLS {

	public static String GrantHandler_task;
	public static String HandOverHandler_done;
	public static String HandOverHandler_task;
	public static String PortalHandler_noBrowser;
	public static String PortalHandler_task;
	public static String PortalHandler_unknown;
	public static String RenameHandler_empty;
	public static String RenameHandler_long;
	public static String RenameHandler_task;
	public static String RenameHandler_text;
	public static String RenameHandler_title;
	public static String UndoHandler_nothing;
	public static String UndoHandler_question;
	public static String UndoHandler_task;
	public static String VerifyHandler_running;
	public static String VerifyHandler_runningMany;
	public static String VerifyReport_changed;
	public static String VerifyReport_many;
	public static String VerifyReport_more;
	public static String VerifyReport_notProven;
	public static String VerifyReport_proven;
	public static String VerifyReport_provenChanged;
	public static String VerifyReport_stopped;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
