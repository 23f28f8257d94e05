package dev.latchkey.ui.internal.view;

import org.eclipse.osgi.util.NLS;

/** The package's texts. */
final class Messages extends NLS {

	public static String AttentionLine_text;
	public static String Attention_changed;
	public static String Attention_changedMany;
	public static String Attention_endsSoon;
	public static String Attention_expired;
	public static String Attention_more;
	public static String Attention_notVerified;
	public static String Attention_permission;
	public static String Attention_permissions;
	public static String Attention_removable;
	public static String Attention_removableMany;
	public static String Attention_unreachable;
	public static String FilterRow_all;
	public static String FilterRow_hint;
	public static String FilterRow_label;
	public static String FilterRow_one;
	public static String FilterRow_some;
	public static String FilterRow_someOne;
	public static String FilterRow_state;
	public static String FilterRow_summary;
	public static String GroupMenu_title;
	public static String GroupRow_title;
	public static String Grouping_none;
	public static String Grouping_region;
	public static String Grouping_state;
	public static String InterruptedLine_text;
	public static String OrganizationColumn_domain;
	public static String OrganizationColumn_ends;
	public static String OrganizationColumn_name;
	public static String OrganizationColumn_region;
	public static String OrganizationColumn_services;
	public static String OrganizationColumn_state;
	public static String OrganizationColumn_verified;
	public static String OrganizationsView_empty;
	public static String OrganizationsView_noMatch;
	public static String OrganizationsView_outcome;
	public static String OrganizationsView_problems;
	public static String OrganizationsView_reading;
	public static String OrganizationsView_table;
	public static String OrganizationsView_unavailable;
	public static String OutcomeArea_details;
	public static String OutcomeArea_hide;
	public static String OutcomeArea_reasons;
	public static String StandingText_days;
	public static String StandingText_today;
	public static String StandingText_tomorrow;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
