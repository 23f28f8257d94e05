package dev.latchkey.certificate.bc;

import org.eclipse.osgi.util.NLS;

/** Texts that people read. */
final class Messages extends NLS {

	public static String FileKind_base64;
	public static String FileKind_certificate;
	public static String FileKind_certificateRequest;
	public static String FileKind_certificates;
	public static String FileKind_encryptedKey;
	public static String FileKind_html;
	public static String FileKind_image;
	public static String FileKind_javaKeyStore;
	public static String FileKind_json;
	public static String FileKind_pdf;
	public static String FileKind_pemCertificate;
	public static String FileKind_pemKey;
	public static String FileKind_pemOther;
	public static String FileKind_privateKey;
	public static String FileKind_program;
	public static String FileKind_puttyKey;
	public static String FileKind_sqlite;
	public static String FileKind_text;
	public static String FileKind_unknown;
	public static String FileKind_xml;
	public static String FileKind_zip;
	public static String KeyStoreFile_description;
	public static String KeyStoreFile_name;
	public static String Pfx_publicKeyProtection;
	public static String Pfx_secondPassword;
	public static String Pfx_signatureProtection;
	public static String PfxLinks_description;
	public static String PfxLinks_name;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
