package dev.latchkey.certificate;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was found in a key file.
 *
 * @param format   what the file is
 * @param keys     every private key together with its certificate, in the file's order
 * @param entries  every end entity certificate that could be seen, with or without its key; issuers are parts of their chains
 * @param findings what is to be said of the file itself, such as {@link Finding.Kind#NO_INTEGRITY}
 * @param problem  why there is nothing to use; empty exactly when there is at least one key
 */
public record KeyFileContent(FileFormat format, List<KeyMaterial> keys, List<Entry> entries, List<Finding> findings,
		Optional<CertificateAccessException> problem) {

	/**
	 * A certificate in the file.
	 *
	 * @param certificate   the certificate
	 * @param hasPrivateKey whether its private key is there, and is its key
	 * @param issuers       the certificates above it, nearest first
	 * @param friendlyName  may be empty
	 */
	public record Entry(X509Certificate certificate, boolean hasPrivateKey, List<X509Certificate> issuers,
			String friendlyName) {

		public Entry {
			Objects.requireNonNull(certificate, "certificate"); //$NON-NLS-1$
			issuers = List.copyOf(issuers);
			Objects.requireNonNull(friendlyName, "friendlyName"); //$NON-NLS-1$
		}
	}

	public KeyFileContent {
		Objects.requireNonNull(format, "format"); //$NON-NLS-1$
		keys = List.copyOf(keys);
		entries = List.copyOf(entries);
		findings = List.copyOf(findings);
		if (keys.isEmpty() == problem.isEmpty()) {
			throw new IllegalArgumentException("Either keys or a problem"); //$NON-NLS-1$
		}
	}

	/** Content that can't be used, of which nothing could be seen. */
	public static KeyFileContent unusable(FileFormat format, CertificateAccessException problem) {
		return new KeyFileContent(format, List.of(), List.of(), List.of(), Optional.of(problem));
	}

	/**
	 * The only key.
	 *
	 * @throws CertificateAccessException the {@link #problem()}, or
	 *                                    {@link CertificateAccessException.Reason#SEVERAL_KEYS SEVERAL_KEYS} when somebody has
	 *                                    to choose
	 */
	public KeyMaterial onlyKey() throws CertificateAccessException {
		if (problem.isPresent()) {
			throw problem.get();
		}
		if (keys.size() > 1) {
			throw new CertificateAccessException(CertificateAccessException.Reason.SEVERAL_KEYS);
		}
		return keys.get(0);
	}
}
