package dev.latchkey.certificate;

import java.nio.file.Path;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Capability of a {@link CertificateProvider}: uses a key file where it lies instead of copying the key. The provider
 * remembers the path, and the password in the platform's secure storage. Where it is a {@link CertificateRemover} too, removing
 * an entry forgets the file and leaves it where it is.
 */
@ConsumerType
public interface KeyFileLinker {

	/**
	 * Remembers the file. The chosen entry is in the provider's list from now on, for as long as the file can be read.
	 *
	 * @param file     an absolute path
	 * @param password the file's password, null when it has none; stays the caller's to clear
	 * @param sha256   thumbprint of the entry to use, one of those that {@link KeyFileReader#read} found
	 * @throws CertificateAccessException                 when the file can't be read or the password can't be kept
	 * @throws java.util.concurrent.CancellationException when cancelled; nothing was changed then
	 */
	CertificateEntry link(Path file, char[] password, String sha256, Cancellation cancellation)
			throws CertificateAccessException;
}
