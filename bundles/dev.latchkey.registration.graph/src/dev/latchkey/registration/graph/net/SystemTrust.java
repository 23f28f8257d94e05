package dev.latchkey.registration.graph.net;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The certificate authorities that the operating system trusts, where Java shows them: Windows' and macOS' stores through
 * Java's own providers, and the files of Linux distributions, which Java reads only where a distribution changed it.
 */
final class SystemTrust {

	private static final List<String> STORES = List.of("Windows-ROOT", "KeychainStore-ROOT", "KeychainStore"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$

	/** Debian, Fedora, SUSE, Alpine; the first that is there. */
	private static final List<Path> FILES = List.of(Path.of("/etc/ssl/certs/ca-certificates.crt"), //$NON-NLS-1$
			Path.of("/etc/pki/tls/certs/ca-bundle.crt"), Path.of("/etc/ssl/ca-bundle.pem"), Path.of("/etc/ssl/cert.pem")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$

	private final Opening opening;
	private final List<Path> files;
	private Set<X509Certificate> read;

	/** Opens a key store of the operating system. */
	@FunctionalInterface
	interface Opening {

		/** @throws GeneralSecurityException when Java does not know that type here */
		KeyStore open(String type) throws GeneralSecurityException, IOException;
	}

	SystemTrust(Opening opening, List<Path> files) {
		this.opening = opening;
		this.files = files;
	}

	static SystemTrust here() {
		return new SystemTrust(type -> {
			KeyStore store = KeyStore.getInstance(type);
			store.load(null, null);
			return store;
		}, FILES);
	}

	/** Those that could be read when first asked; what can't be read is not trusted, as if it were not there. */
	synchronized Set<X509Certificate> authorities() {
		if (read == null) {
			Set<X509Certificate> all = new LinkedHashSet<>();
			STORES.forEach(type -> all.addAll(inStore(type)));
			files.stream().filter(Files::isReadable).findFirst().ifPresent(file -> all.addAll(inFile(file)));
			read = Collections.unmodifiableSet(all);
		}
		return read;
	}

	private Set<X509Certificate> inStore(String type) {
		Set<X509Certificate> found = new LinkedHashSet<>();
		try {
			KeyStore store = opening.open(type);
			for (String alias : Collections.list(store.aliases())) {
				if (store.isCertificateEntry(alias) && isAuthority(store.getCertificate(alias))) {
					found.add((X509Certificate) store.getCertificate(alias));
				}
			}
		} catch (GeneralSecurityException | IOException e) {
			return found;
		}
		return found;
	}

	/** macOS lets people trust certificates of single servers, which must not vouch for others. */
	private static boolean isAuthority(Certificate certificate) {
		return certificate instanceof X509Certificate x509 && x509.getBasicConstraints() >= 0;
	}

	private static Collection<X509Certificate> inFile(Path file) {
		try (InputStream in = Files.newInputStream(file)) {
			return CertificateFactory.getInstance("X.509").generateCertificates(in).stream() //$NON-NLS-1$
					.filter(SystemTrust::isAuthority).map(X509Certificate.class::cast).toList();
		} catch (GeneralSecurityException | IOException e) {
			return List.of();
		}
	}
}
