package dev.latchkey.certificate;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Service that reads private keys with their certificates from files that people have: PFX (PKCS #12, RFC 7292) and PEM
 * (RFC 7468).
 */
@ProviderType
public interface KeyFileReader {

	/**
	 * Reads a file as far as it can be read. Takes up to about two seconds and 64 MB, or as long as the file demands, and one
	 * gigabyte, when the request {@link KeyFileRequest#patient() insists}. No file stays open.
	 *
	 * @return what was found; a file that can't be used is no failure, but has a {@link KeyFileContent#problem() problem}
	 * @throws java.util.concurrent.CancellationException when cancelled, within 200 ms
	 */
	KeyFileContent inspect(KeyFileRequest request, Cancellation cancellation);

	/**
	 * As {@link #inspect}, for callers that need a key.
	 *
	 * @return content with at least one key
	 * @throws CertificateAccessException                 when there is nothing usable, with the reason
	 * @throws java.util.concurrent.CancellationException when cancelled, within 200 ms
	 */
	default KeyFileContent read(KeyFileRequest request, Cancellation cancellation) throws CertificateAccessException {
		KeyFileContent content = inspect(request, cancellation);
		if (content.problem().isPresent()) {
			throw content.problem().get();
		}
		return content;
	}
}
