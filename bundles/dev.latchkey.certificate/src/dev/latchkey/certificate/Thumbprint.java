package dev.latchkey.certificate;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/**
 * Digest of a certificate's DER form in upper case hexadecimal digits without separators, as Microsoft's portals show it.
 */
public final class Thumbprint {

	private static final HexFormat HEX = HexFormat.of().withUpperCase();

	private Thumbprint() {
	}

	/** 40 digits: what people see in portals and certificate stores. Not an identity: SHA-1 collisions can be made. */
	public static String sha1(X509Certificate certificate) {
		return HEX.formatHex(digest("SHA-1", certificate)); //$NON-NLS-1$
	}

	/** 64 digits: what identifies a certificate within Latchkey. */
	public static String sha256(X509Certificate certificate) {
		return HEX.formatHex(digest("SHA-256", certificate)); //$NON-NLS-1$
	}

	private static byte[] digest(String algorithm, X509Certificate certificate) {
		try {
			return MessageDigest.getInstance(algorithm).digest(certificate.getEncoded());
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java platform has " + algorithm, e); //$NON-NLS-1$
		} catch (CertificateEncodingException e) {
			throw new IllegalArgumentException("Not a certificate that can be encoded", e); //$NON-NLS-1$
		}
	}
}
