package dev.latchkey.registration.graph;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/** The name that Microsoft gives to certificates: SHA-1. Nothing is protected by it. */
public final class Thumbprint {

	/** Length of SHA-1. */
	public static final int BYTES = 20;

	private Thumbprint() {
	}

	public static byte[] of(byte[] encodedCertificate) {
		try {
			return MessageDigest.getInstance("SHA-1").digest(encodedCertificate); //$NON-NLS-1$
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	/** SHA-256 in lower case hexadecimal digits, by which Latchkey itself tells certificates apart. */
	public static String sha256(X509Certificate certificate) {
		try {
			return sha256(certificate.getEncoded());
		} catch (CertificateEncodingException e) {
			throw new IllegalArgumentException(e);
		}
	}

	/** As {@link #sha256(X509Certificate)}. */
	public static String sha256(byte[] encodedCertificate) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encodedCertificate)); //$NON-NLS-1$
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	/** In upper case hexadecimal digits, as Microsoft's portal shows it. */
	public static String hex(X509Certificate certificate) {
		try {
			return hex(of(certificate.getEncoded()));
		} catch (CertificateEncodingException e) {
			throw new IllegalArgumentException(e);
		}
	}

	public static String hex(byte[] thumbprint) {
		return HexFormat.of().withUpperCase().formatHex(thumbprint);
	}
}
