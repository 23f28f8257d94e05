package dev.latchkey.ui.internal.preferences;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

/** A PEM file with certificate authorities. */
final class TrustedFile {

	private TrustedFile() {
	}

	/** What is wrong with it, in a sentence with the next step. */
	static Optional<String> problem(Path file) {
		try (InputStream content = Files.newInputStream(file)) {
			boolean none = CertificateFactory.getInstance("X.509").generateCertificates(content).isEmpty(); //$NON-NLS-1$
			return none ? Optional.of(NLS.bind(Messages.TrustedFiles_none, file)) : Optional.empty();
		} catch (IOException e) {
			return Optional.of(NLS.bind(Messages.TrustedFiles_unreadable, file));
		} catch (CertificateException e) {
			return Optional.of(NLS.bind(Messages.TrustedFiles_none, file));
		}
	}
}
