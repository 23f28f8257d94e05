package dev.latchkey.registration.graph;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.osgi.util.NLS;

/**
 * What the files of {@link dev.latchkey.registration.CloudCatalog#TRUSTED_FILES} hold now.
 *
 * @param authorities of all files that can be used
 * @param problems    a sentence for each of the others
 */
record TrustedFiles(List<X509Certificate> authorities, List<String> problems) {

	TrustedFiles {
		authorities = List.copyOf(authorities);
		problems = List.copyOf(problems);
	}

	/** @param paths one a line */
	static TrustedFiles read(String paths) {
		List<X509Certificate> authorities = new ArrayList<>();
		List<String> problems = new ArrayList<>();
		paths.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(path -> add(path, authorities, problems));
		return new TrustedFiles(authorities, problems);
	}

	private static void add(String path, List<X509Certificate> authorities, List<String> problems) {
		try (InputStream in = Files.newInputStream(Path.of(path))) {
			List<X509Certificate> found = CertificateFactory.getInstance("X.509").generateCertificates(in).stream() //$NON-NLS-1$
					.map(X509Certificate.class::cast).toList();
			if (found.isEmpty()) {
				problems.add(NLS.bind(Messages.TrustedFile_empty, path));
			}
			authorities.addAll(found);
		} catch (CertificateException e) {
			problems.add(NLS.bind(Messages.TrustedFile_empty, path));
		} catch (IOException | InvalidPathException e) {
			problems.add(NLS.bind(Messages.TrustedFile_unreadable, path));
		}
	}
}
