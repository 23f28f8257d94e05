package dev.latchkey.ui.internal.renew;

import org.eclipse.osgi.util.NLS;

/** The package's texts. */
final class Messages extends NLS {

	public static String RenewPage_by;
	public static String RenewPage_certificate;
	public static String RenewPage_connections;
	public static String RenewPage_description;
	public static String RenewPage_domain;
	public static String RenewPage_ends;
	public static String RenewPage_existing;
	public static String RenewPage_fresh;
	public static String RenewPage_itself;
	public static String RenewPage_name;
	public static String RenewPage_next;
	public static String RenewPage_note;
	public static String RenewPage_select;
	public static String RenewPage_title;
	public static String RenewPage_who;
	public static String RenewPage_whoAdministrator;
	public static String RenewPage_whoItself;
	public static String RenewRows_adding;
	public static String RenewRows_asBefore;
	public static String RenewRows_done;
	public static String RenewRows_kept;
	public static String RenewRows_notBegun;
	public static String RenewRows_otherStore;
	public static String RenewRows_preparing;
	public static String RenewRows_proving;
	public static String RenewRows_signIn;
	public static String RenewRows_switching;
	public static String RenewRules_ended;
	public static String RenewRules_endsEarlier;
	public static String RenewRules_none;
	public static String RenewRules_oneCertificate;
	public static String RenewRules_otherStore;
	public static String RenewRules_present;
	public static String RenewRules_select;
	public static String RenewRunPage_choose;
	public static String RenewRunPage_description;
	public static String RenewRunPage_done;
	public static String RenewRunPage_doneOne;
	public static String RenewRunPage_grace;
	public static String RenewRunPage_left;
	public static String RenewRunPage_running;
	public static String RenewRunPage_title;
	public static String RenewWizard_title;
	public static String RetirePage_by;
	public static String RetirePage_certificates;
	public static String RetirePage_description;
	public static String RetirePage_ends;
	public static String RetirePage_itself;
	public static String RetirePage_none;
	public static String RetirePage_note;
	public static String RetirePage_nothing;
	public static String RetirePage_recent;
	public static String RetirePage_replaced;
	public static String RetirePage_thumbprint;
	public static String RetirePage_title;
	public static String RetireRunPage_action;
	public static String RetireRunPage_complete;
	public static String RetireRunPage_description;
	public static String RetireRunPage_ended;
	public static String RetireRunPage_left;
	public static String RetireRunPage_running;
	public static String RetireRunPage_title;
	public static String RetireWizard_title;
	public static String WhoChoice_administrator;
	public static String WhoChoice_noCloud;
	public static String WhoChoice_oneOrganization;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
