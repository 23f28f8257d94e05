package dev.latchkey.connection.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.connection.Connection;
import dev.latchkey.registration.Journal;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.PlanItem.AddCertificate;
import dev.latchkey.registration.RegistrationException;

/** What renewals left that ended between registering a certificate and switching to it. */
final class Unfinished {

	private final Journal journal;
	private final CertificateService certificates;

	Unfinished(Journal journal, CertificateService certificates) {
		this.journal = journal;
		this.certificates = certificates;
	}

	/** The newest certificate that may be registered already, is here, and would be a renewal. */
	Optional<CertificateEntry> find(Connection connection, Cancellation cancellation) {
		List<String> registered = registered(connection);
		List<CertificateEntry> here = new ArrayList<>();
		if (!registered.isEmpty()) {
			certificates.list(listing -> here.addAll(listing.entries()), cancellation);
		}
		return registered.stream().flatMap(sha256 -> here.stream()
				.filter(entry -> entry.reference().sha256().equalsIgnoreCase(sha256) && renews(entry, connection))).findFirst();
	}

	/** Whether the journal knows a run that may have registered it, or can't be read as a whole. */
	boolean mayBeRegistered(CertificateReference certificate, Connection connection) {
		try {
			return runs(connection).filter(Unfinished::added)
					.anyMatch(run -> run.certificate().equalsIgnoreCase(certificate.sha256())) || !journal.problems().isEmpty();
		} catch (RegistrationException e) {
			return true;
		}
	}

	/** Only since the present one came: what it has replaced was given up, maybe because its key is not safe any more. */
	private List<String> registered(Connection connection) {
		try {
			return runs(connection).takeWhile(run -> !run.certificate().equalsIgnoreCase(connection.certificate().sha256()))
					.filter(Unfinished::added).map(JournalRun::certificate).filter(sha256 -> !isRetired(sha256, connection))
					.toList();
		} catch (RegistrationException e) {
			return List.of(); // A journal that can't be read stops the renewal itself before it writes.
		}
	}

	/** The newest first. */
	private Stream<JournalRun> runs(Connection connection) throws RegistrationException {
		return journal.runs(connection.applicationId()).stream().filter(connection::concerns);
	}

	private static boolean added(JournalRun run) {
		return run.changes().stream().anyMatch(change -> change.mayBeThere() && change.itemId().equals(AddCertificate.ID));
	}

	private static boolean isRetired(String sha256, Connection connection) {
		return connection.retired().stream().anyMatch(each -> each.certificate().sha256().equalsIgnoreCase(sha256));
	}

	/** A short one that was made in the same second as the present one ends with it. */
	private static boolean renews(CertificateEntry entry, Connection connection) {
		return !entry.certificate().getNotAfter().toInstant().isBefore(connection.certificateEnds());
	}
}
