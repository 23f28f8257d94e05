package dev.latchkey.certificate;

import java.nio.file.Path;
import java.security.cert.X509Certificate;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Service that writes certificates, and keys, to files for handing them over. A file appears complete or not at all. Files that
 * are there already are left alone unless the caller says otherwise.
 */
@ProviderType
public interface KeyFileWriter {

	/** How a certificate is written. */
	enum CertificateStyle {
		/** Binary (RFC 5280), for {@code .cer}. */
		DER,
		/** Text (RFC 7468), for {@code .pem}. */
		PEM
	}

	/** How a PFX file is protected. */
	enum PfxStyle {
		/** AES-256 and SHA-256: what everything of the last years opens. */
		MODERN,
		/** Triple DES and SHA-1, weak: for Windows Server 2016 and appliances, which open nothing better. */
		OLD_WINDOWS
	}

	/** What happens to a file that is there already. */
	enum Existing {
		/** It stays, and the call fails with FILE_EXISTS. */
		KEEP,
		/** It is replaced in one step. */
		REPLACE
	}

	/**
	 * Writes the public certificate.
	 *
	 * @throws CertificateAccessException FILE_EXISTS or FILE_NOT_WRITABLE
	 */
	void writeCertificate(X509Certificate certificate, Path file, CertificateStyle style, Existing existing)
			throws CertificateAccessException;

	/**
	 * Writes the key with its certificate and the certificates above it as a PFX file that only its owner can read.
	 *
	 * @param password at least one character; stays the caller's to clear
	 * @throws CertificateAccessException                 FILE_EXISTS, FILE_NOT_WRITABLE, or NOT_EXPORTABLE for a key that does
	 *                                                    not leave its place
	 * @throws java.util.concurrent.CancellationException when cancelled; there is no file then
	 */
	void writeKey(KeyMaterial material, Path file, char[] password, PfxStyle style, Existing existing,
			Cancellation cancellation) throws CertificateAccessException;

	/**
	 * Makes a strong pass phrase of ASCII characters that can't be mistaken for each other and that every keyboard has.
	 *
	 * @return at least 100 bits of randomness; the caller's to clear
	 */
	char[] newPassPhrase();
}
