package dev.latchkey.ui.internal.properties;

import org.eclipse.osgi.util.NLS;

/** The package's texts. */
final class Messages extends NLS {

	public static String CertificateFacts_from;
	public static String CertificateFacts_gone;
	public static String CertificateFacts_issuer;
	public static String CertificateFacts_key;
	public static String CertificateFacts_provider;
	public static String CertificateFacts_rsa;
	public static String CertificateFacts_sha1;
	public static String CertificateFacts_sha256;
	public static String CertificateFacts_store;
	public static String CertificateFacts_subject;
	public static String CertificateFacts_to;
	public static String CertificatePage_ends;
	public static String CertificatePage_findings;
	public static String CertificatePage_retired;
	public static String CertificatePage_retiredAt;
	public static String CertificatePage_sha1;
	public static String CertificatePage_well;
	public static String ConnectionPage_reading;
	public static String HistoryPage_none;
	public static String HistoryPage_outcome;
	public static String HistoryPage_some;
	public static String HistoryPage_tree;
	public static String HistoryPage_what;
	public static String HistoryPage_when;
	public static String HistoryRow_begun;
	public static String HistoryRow_done;
	public static String HistoryRow_failed;
	public static String HistoryRow_finished;
	public static String HistoryRow_interrupted;
	public static String HistoryRow_run;
	public static String HistoryRow_running;
	public static String HistoryRow_undone;
	public static String OrganizationFacts_account;
	public static String OrganizationFacts_application;
	public static String OrganizationFacts_changed;
	public static String OrganizationFacts_domain;
	public static String OrganizationFacts_drifts;
	public static String OrganizationFacts_name;
	public static String OrganizationFacts_never;
	public static String OrganizationFacts_object;
	public static String OrganizationFacts_profile;
	public static String OrganizationFacts_profileBy;
	public static String OrganizationFacts_proven;
	public static String OrganizationFacts_region;
	public static String OrganizationFacts_services;
	public static String OrganizationFacts_tenant;
	public static String OrganizationFacts_well;
	public static String OrganizationPage_copy;
	public static String OrganizationPage_details;
	public static String OrganizationPage_state;
	public static String PermissionRow_missing;
	public static String PermissionRow_proven;
	public static String PermissionRow_role;
	public static String PermissionRow_unknown;
	public static String PermissionsPage_all;
	public static String PermissionsPage_missing;
	public static String PermissionsPage_none;
	public static String PermissionsPage_of;
	public static String PermissionsPage_reason;
	public static String PermissionsPage_state;
	public static String PermissionsPage_table;
	public static String PermissionsPage_title;
	public static String PermissionsPage_unknown;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
