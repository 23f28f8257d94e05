package dev.latchkey.registration.graph.documents;

import org.eclipse.osgi.util.NLS;

/** The package's texts for people. */
final class Messages extends NLS {

	public static String Facts_account;
	public static String Facts_application;
	public static String Facts_certificate;
	public static String Facts_organization;
	public static String Facts_profile;
	public static String Facts_services;
	public static String Hand_application;
	public static String Hand_certificate;
	public static String Hand_grant;
	public static String Hand_open;
	public static String Hand_permissions;
	public static String Hand_role;
	public static String Page_about;
	public static String Page_afterwards;
	public static String Page_byCommand;
	public static String Page_byHand;
	public static String Page_commandAzure;
	public static String Page_commandPowerShell;
	public static String Page_commandRequests;
	public static String Page_commandSafe;
	public static String Page_impossible;
	public static String Page_language;
	public static String Page_left;
	public static String Page_noSecret;
	public static String Page_nothing;
	public static String Page_role;
	public static String Page_title;
	public static String Page_unseen;
	public static String Page_verify;
	public static String Page_what;
	public static String Plan_certificates;
	public static String Plan_continues;
	public static String Plan_done;
	public static String Plan_ends;
	public static String Plan_extras;
	public static String Plan_notAllowed;
	public static String Plan_notPossible;
	public static String Plan_offered;
	public static String Plan_policy;
	public static String Plan_policyDays;
	public static String Plan_policyDaysOne;
	public static String Plan_policyIssuers;
	public static String Plan_role;
	public static String Plan_toDo;

	static {
		initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
