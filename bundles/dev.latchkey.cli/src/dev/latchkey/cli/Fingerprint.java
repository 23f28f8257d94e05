package dev.latchkey.cli;

import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.Thumbprint;

/**
 * The thumbprint of a certificate as people copy it: from a portal, a dialog or another program.
 *
 * @param digits 40 (SHA-1) or 64 (SHA-256), in upper case
 */
record Fingerprint(String digits) {

	private static final int SHA_1 = 40;
	private static final int SHA_256 = 64;
	/** Windows' certificate dialog lets people copy an invisible mark with the digits. */
	private static final Pattern SEPARATORS = Pattern.compile("[\\s:\\u00a0\\p{Cf}-]"); //$NON-NLS-1$
	private static final Pattern DIGITS = Pattern.compile("[0-9A-F]+"); //$NON-NLS-1$

	/** @return empty when it is no thumbprint */
	static Optional<Fingerprint> parse(String text) {
		String digits = withoutSeparators(text);
		boolean right = (digits.length() == SHA_1 || digits.length() == SHA_256) && DIGITS.matcher(digits).matches();
		return right ? Optional.of(new Fingerprint(digits)) : Optional.empty();
	}

	/**
	 * The certificate that a text names: its store's id, a colon, and its SHA-256 thumbprint.
	 *
	 * @return empty when it names none
	 */
	static Optional<CertificateReference> reference(String text) {
		int store = text.indexOf(':') + 1;
		try {
			return Optional.of(CertificateReference.parse(text.substring(0, store) + withoutSeparators(text.substring(store))));
		} catch (IllegalArgumentException e) {
			return Optional.empty();
		}
	}

	private static String withoutSeparators(String text) {
		return SEPARATORS.matcher(text).replaceAll("").toUpperCase(Locale.ROOT); //$NON-NLS-1$
	}

	boolean matches(X509Certificate certificate) {
		return digits.equals(digits.length() == SHA_1 ? Thumbprint.sha1(certificate) : Thumbprint.sha256(certificate));
	}
}
