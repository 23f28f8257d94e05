package dev.latchkey.ui.internal.certificate;

import org.eclipse.osgi.util.NLS;

/** The package's texts. */
final class Messages extends NLS {

	public static String CertificateInstaller_defaultStore;
	public static String Examination_checking;
	public static String FilePage_allFiles;
	public static String FilePage_browse;
	public static String FilePage_browseSecond;
	public static String FilePage_browseTitle;
	public static String FilePage_certificateFile;
	public static String FilePage_certificateMissing;
	public static String FilePage_choose;
	public static String FilePage_content;
	public static String FilePage_copy;
	public static String FilePage_description;
	public static String FilePage_file;
	public static String FilePage_fileExample;
	public static String FilePage_insist;
	public static String FilePage_keyFile;
	public static String FilePage_keyFiles;
	public static String FilePage_keyMissing;
	public static String FilePage_keys;
	public static String FilePage_link;
	public static String FilePage_notAPath;
	public static String FilePage_password;
	public static String FilePage_passwordNote;
	public static String FilePage_reading;
	public static String FilePage_readingLong;
	public static String FilePage_stop;
	public static String FilePage_title;
	public static String GeneratePage_advanced;
	public static String GeneratePage_basic;
	public static String GeneratePage_bits;
	public static String GeneratePage_description;
	public static String GeneratePage_ends;
	public static String GeneratePage_keySize;
	public static String GeneratePage_longerThanPolicy;
	public static String GeneratePage_longerThanPolicyOne;
	public static String GeneratePage_name;
	public static String GeneratePage_noStore;
	public static String GeneratePage_title;
	public static String GeneratePage_validity;
	public static String KeyMaterialText_key;
	public static String KeyMaterialText_lines;
	public static String KeyMaterialText_name;
	public static String KeyMaterialText_withKey;
	public static String KeyMaterialText_withoutKey;
	public static String NameValidator_empty;
	public static String NameValidator_invalid;
	public static String PinDialog_few;
	public static String PinDialog_fewBefore;
	public static String PinDialog_last;
	public static String PinDialog_note;
	public static String PinDialog_pin;
	public static String PinDialog_question;
	public static String PinDialog_state;
	public static String PinDialog_title;
	public static String PinDialog_wrong;
	public static String SelectCertificateWizard_defaultName;
	public static String SelectCertificateWizard_title;
	public static String SelectCertificateWizard_working;
	public static String StorePage_asking;
	public static String StorePage_certificates;
	public static String StorePage_choose;
	public static String StorePage_description;
	public static String StorePage_details;
	public static String StorePage_empty;
	public static String StorePage_expires;
	public static String StorePage_export;
	public static String StorePage_friendlyName;
	public static String StorePage_issuedBy;
	public static String StorePage_issuedTo;
	public static String StorePage_noMatch;
	public static String StorePage_providers;
	public static String StorePage_reading;
	public static String StorePage_refresh;
	public static String StorePage_search;
	public static String StorePage_searchExample;
	public static String StorePage_store;
	public static String StorePage_thumbprint;
	public static String StorePage_title;
	public static String StorePage_unread;
	public static String TypePage_description;
	public static String TypePage_file;
	public static String TypePage_fileNote;
	public static String TypePage_generate;
	public static String TypePage_generateNote;
	public static String TypePage_store;
	public static String TypePage_storeNote;
	public static String TypePage_title;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
