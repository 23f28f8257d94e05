package dev.latchkey.certificate;

import java.nio.file.Path;
import java.util.List;

/** Service that reads private keys with their certificates from files that people have, such as PFX (PKCS#12, RFC 7292). */
public interface KeyFileReader {

	/**
	 * Reads every private key with its certificate. May take seconds, for files with high iteration counts.
	 *
	 * @param password null when the user has given none; the empty password is another thing and is tried as such. Stays
	 *                 the caller's to clear.
	 * @return at least one key; several when the file has several, in the file's order
	 * @throws CertificateAccessException                 when there is nothing usable, with the reason
	 * @throws java.util.concurrent.CancellationException when cancelled
	 */
	List<KeyMaterial> read(Path file, char[] password, Cancellation cancellation) throws CertificateAccessException;
}
