package dev.latchkey.certificate;

import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Names one certificate across restarts: the provider that has it and the certificate's SHA-256 thumbprint. Aliases and
 * friendly names are not part of it, because stores allow the same one twice.
 *
 * @param providerId {@link CertificateProvider#id()}
 * @param sha256     64 hexadecimal digits, kept in upper case
 */
public record CertificateReference(String providerId, String sha256) {

	private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]+"); //$NON-NLS-1$
	private static final Pattern DIGITS = Pattern.compile("[0-9A-F]{64}"); //$NON-NLS-1$

	/** @throws IllegalArgumentException when one of the parts is malformed */
	public CertificateReference {
		Objects.requireNonNull(providerId, "providerId"); //$NON-NLS-1$
		sha256 = Objects.requireNonNull(sha256, "sha256").toUpperCase(Locale.ROOT); //$NON-NLS-1$
		if (!isProviderId(providerId) || !DIGITS.matcher(sha256).matches()) {
			throw new IllegalArgumentException("Not a certificate reference: " + providerId + ':' + sha256); //$NON-NLS-1$
		}
	}

	/** Whether a text can be a {@link CertificateProvider#id()}; null can't. */
	public static boolean isProviderId(String text) {
		return text != null && ID.matcher(text).matches();
	}

	/** The reference of a certificate that the provider holds. */
	public static CertificateReference of(String providerId, X509Certificate certificate) {
		return new CertificateReference(providerId, Thumbprint.sha256(certificate));
	}

	/**
	 * Reads what {@link #toString()} wrote.
	 *
	 * @throws IllegalArgumentException when the text is not a reference
	 */
	public static CertificateReference parse(String text) {
		int colon = text.indexOf(':');
		if (colon < 0) {
			throw new IllegalArgumentException("Not a certificate reference: " + text); //$NON-NLS-1$
		}
		return new CertificateReference(text.substring(0, colon), text.substring(colon + 1));
	}

	/** {@code providerId:sha256} */
	@Override
	public String toString() {
		return providerId + ':' + sha256;
	}
}
