package dev.latchkey.connection.internal;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.CertificateRemover;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.NextCertificate;

/** Takes up what an earlier renewal left, or makes a new one. */
final class FreshCertificates implements NextCertificate {

	private final Unfinished unfinished;
	private final Making making;
	private final CertificateService certificates;
	private final Set<CertificateReference> made = ConcurrentHashMap.newKeySet();

	FreshCertificates(Unfinished unfinished, Making making, CertificateService certificates) {
		this.unfinished = unfinished;
		this.making = making;
		this.certificates = certificates;
	}

	@Override
	public CertificateEntry prepare(Connection connection, Cancellation cancellation) throws CertificateAccessException {
		Optional<CertificateEntry> left = unfinished.find(connection, cancellation);
		if (left.isPresent()) {
			return left.get();
		}
		CertificateEntry entry = making.make(connection, cancellation);
		made.add(entry.reference());
		return entry;
	}

	/**
	 * Removes what was made here and may not have been registered, so that tries that fail don't pile up keys.
	 *
	 * @return whether it is gone
	 */
	boolean discard(CertificateReference certificate, Connection connection) {
		if (!made.contains(certificate) || unfinished.mayBeRegistered(certificate, connection)) {
			return false;
		}
		Optional<CertificateRemover> remover = certificates.capability(certificate.providerId(), CertificateRemover.class);
		try {
			if (remover.isPresent()) {
				remover.get().remove(certificate, Cancellation.NEVER);
				return made.remove(certificate);
			}
		} catch (CertificateAccessException | RuntimeException e) {
			return false; // It stays where it was put, and is told as the next certificate.
		}
		return false;
	}
}
