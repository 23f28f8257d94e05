package dev.latchkey.certificate;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Which file to read, and how.
 *
 * @param file     the file with the certificate, and the private key if it has that too
 * @param keyFile  a second file with the private key, when certificate and key were given as two
 * @param password null when the user has given none; the empty password is another thing and is tried as such. Not copied:
 *                 stays the caller's to clear, after the reading has ended
 * @param patient  whether the user insists on opening a file that takes unreasonably long
 *                 ({@link CertificateAccessException.Reason#TOO_EXPENSIVE})
 */
public record KeyFileRequest(Path file, Optional<Path> keyFile, char[] password, boolean patient) {

	public KeyFileRequest {
		Objects.requireNonNull(file, "file"); //$NON-NLS-1$
		Objects.requireNonNull(keyFile, "keyFile"); //$NON-NLS-1$
	}

	/** @param password null when there is none */
	public static KeyFileRequest of(Path file, char[] password) {
		return new KeyFileRequest(file, Optional.empty(), password, false);
	}

	/** The same with a second file for the private key. */
	public KeyFileRequest withKeyFile(Path second) {
		return new KeyFileRequest(file, Optional.of(second), password, patient);
	}

	/** The same, opened however long it takes. */
	public KeyFileRequest insisting() {
		return new KeyFileRequest(file, keyFile, password, true);
	}

	/** Never shows the password. */
	@Override
	public String toString() {
		return "KeyFileRequest[" + file + ']'; //$NON-NLS-1$
	}
}
