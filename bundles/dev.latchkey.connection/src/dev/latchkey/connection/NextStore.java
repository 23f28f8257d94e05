package dev.latchkey.connection;

import java.util.Objects;
import java.util.Optional;

import dev.latchkey.certificate.CertificateImporter;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.CertificateService;

/**
 * Where the key of a connection's next certificate is kept. Not every store takes new keys: a file, a token or a store that
 * others manage keeps the present one only. Found out from any thread, a user interface thread too.
 *
 * @param providerId the store's {@link dev.latchkey.certificate.CertificateProvider#id()}
 * @param name       its name for people; its id when it is not here any more
 * @param other      whether it is another one than that of the present certificate
 */
public record NextStore(String providerId, String name, boolean other) {
	public NextStore {
		Objects.requireNonNull(providerId, "providerId"); //$NON-NLS-1$
		Objects.requireNonNull(name, "name"); //$NON-NLS-1$
	}

	/**
	 * Who is to keep a new one.
	 *
	 * @param wanted as {@link NextCertificates.SelfSigned#providerId()}
	 * @return empty when the wanted one, or every one that is here, takes no new keys
	 */
	public static Optional<NextStore> of(Connection connection, Optional<String> wanted, CertificateService certificates) {
		String id = wanted.orElse(connection.certificate().providerId());
		if (certificates.capability(id, CertificateImporter.class).isPresent()) {
			return Optional.of(of(connection, id, certificates));
		}
		return certificates.providers().stream().filter(each -> wanted.isEmpty() && each instanceof CertificateImporter).findFirst()
				.map(first -> of(connection, first.id(), certificates));
	}

	/** Who keeps one that is there. */
	public static NextStore of(Connection connection, CertificateReference next, CertificateService certificates) {
		return of(connection, next.providerId(), certificates);
	}

	private static NextStore of(Connection connection, String id, CertificateService certificates) {
		String name = certificates.providers().stream().filter(each -> each.id().equals(id)).findFirst().flatMap(certificates::name)
				.orElse(id);
		return new NextStore(id, name, !id.equals(connection.certificate().providerId()));
	}
}
