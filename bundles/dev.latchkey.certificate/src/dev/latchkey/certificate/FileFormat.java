package dev.latchkey.certificate;

/** What a file turned out to be. Its names are stable: programs may compare them. */
public enum FileFormat {
	/** PKCS #12 (RFC 7292), also as Base64 text. */
	PFX,
	/** Text with {@code -----BEGIN} lines (RFC 7468): certificates, keys or other things. */
	PEM,
	/** One certificate (RFC 5280) in binary form. */
	DER_CERTIFICATE,
	/** A private key in binary form: PKCS #8 (RFC 5958), PKCS #1 (RFC 8017) or SEC 1 (RFC 5915). */
	DER_PRIVATE_KEY,
	/** An encrypted private key in binary form (PKCS #8). */
	DER_ENCRYPTED_PRIVATE_KEY,
	/** A certificate request in binary form (PKCS #10, RFC 2986). */
	DER_CERTIFICATE_REQUEST,
	/** Certificates without private keys in binary form (PKCS #7). */
	PKCS7,
	/** Java's own key store. */
	JKS,
	/** Java's own key store with stronger encryption. */
	JCEKS,
	/** PuTTY's private key. */
	PUTTY_KEY,
	/** Text in Base64 that is no PFX file. */
	BASE64,
	/** A web page, often the sign-in page that stands before the file. */
	HTML,
	/** Some XML. */
	XML,
	/** Some JSON. */
	JSON,
	/** Text that is none of the above. */
	TEXT,
	/** An archive: ZIP, gzip or 7-Zip. */
	ARCHIVE,
	/** A document in PDF. */
	PDF,
	/** A picture. */
	IMAGE,
	/** A program or library of an operating system. */
	PROGRAM,
	/** A database, such as the key store of a browser. */
	DATABASE,
	/** No content. */
	EMPTY,
	/** None of these, or it can't be read. */
	UNKNOWN;

	/**
	 * For use within a sentence ("This is ..."), in the language of {@link java.util.Locale#getDefault()}.
	 */
	public String label() {
		return Texts.of("format." + name()); //$NON-NLS-1$
	}
}
