package dev.latchkey.connection.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.connection.Connection;

/** The certificates that this computer's providers had at one moment, by SHA-256 thumbprint; the best provider's first. */
record CertificatesHere(Map<String, List<CertificateEntry>> entries) {

	static CertificatesHere list(CertificateService certificates, Cancellation cancellation) {
		Map<String, List<CertificateEntry>> entries = new HashMap<>();
		certificates.list(listing -> listing.entries().forEach(entry -> entries.merge(entry.reference().sha256(),
				List.of(entry), (some, more) -> Stream.concat(some.stream(), more.stream()).toList())),
				cancellation);
		return new CertificatesHere(entries);
	}

	/** The certificate, whichever provider has it now; the one that the reference names is asked first, and alone. */
	static Optional<CertificateEntry> find(CertificateService certificates, CertificateReference reference,
			Cancellation cancellation) {
		try {
			Optional<CertificateEntry> found = certificates.find(reference, cancellation);
			if (found.isPresent()) {
				return found;
			}
		} catch (CertificateAccessException e) {
			// another provider may have it, too; that of the reference is told when none has
		}
		return list(certificates, cancellation).entries().getOrDefault(reference.sha256(), List.of()).stream().findFirst();
	}

	/** The connection with its certificate as it is named here; empty when nobody here has it. */
	Optional<Connection> named(Connection connection) {
		List<CertificateEntry> found = entries.getOrDefault(connection.certificate().sha256(), List.of());
		return found.stream().filter(entry -> entry.reference().equals(connection.certificate())).findFirst()
				.or(() -> found.stream().findFirst()).map(entry -> named(connection, entry));
	}

	private static Connection named(Connection connection, CertificateEntry entry) {
		return new Connection(connection.id(), connection.revision(), connection.name(), connection.cloudId(),
				connection.tenantId(), connection.domain(), connection.account(), connection.applicationId(),
				connection.applicationObjectId(), entry.reference(), entry.certificate().getNotAfter().toInstant(),
				connection.retired(), connection.services(), connection.profileId(), connection.proof());
	}
}
