package dev.latchkey.ui.internal.view;

import org.eclipse.osgi.util.NLS;

/** The package's texts. */
final class Messages extends NLS {

	public static String InterruptedLine_text;
	public static String OrganizationCommands_handedOver;
	public static String OrganizationCommands_nothingToUndo;
	public static String OrganizationCommands_packing;
	public static String OrganizationCommands_undo;
	public static String OrganizationCommands_verifying;
	public static String OrganizationsView_certificateEnds;
	public static String OrganizationsView_connect;
	public static String OrganizationsView_domain;
	public static String OrganizationsView_edit;
	public static String OrganizationsView_empty;
	public static String OrganizationsView_handOver;
	public static String OrganizationsView_name;
	public static String OrganizationsView_outcome;
	public static String OrganizationsView_problems;
	public static String OrganizationsView_reading;
	public static String OrganizationsView_remove;
	public static String OrganizationsView_removeQuestion;
	public static String OrganizationsView_removeTitle;
	public static String OrganizationsView_removing;
	public static String OrganizationsView_services;
	public static String OrganizationsView_state;
	public static String OrganizationsView_table;
	public static String OrganizationsView_unavailable;
	public static String OrganizationsView_undo;
	public static String OrganizationsView_verify;
	public static String Standing_connected;
	public static String Standing_expired;
	public static String Standing_expiresSoon;
	public static String Standing_notVerified;
	public static String Verifying_notProven;
	public static String Verifying_proven;
	public static String Verifying_running;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
