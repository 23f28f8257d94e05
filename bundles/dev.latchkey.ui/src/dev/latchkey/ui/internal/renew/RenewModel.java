package dev.latchkey.ui.internal.renew;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.connection.CertificateRenewer.Renewal;
import dev.latchkey.connection.CertificateRenewer.Result;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.NextCertificate;
import dev.latchkey.registration.Cloud;

/** Which connections are to be renewed, with which certificate and by whom, and what became of it so far. */
final class RenewModel extends OrganizationModel {

	private final List<Connection> offered;
	private final Instant now;
	private final Set<UUID> chosen = new LinkedHashSet<>();
	private final Map<UUID, Result> results = new HashMap<>();
	private boolean existing;
	private Optional<CertificateEntry> certificate = Optional.empty();

	/**
	 * Chooses all that can be renewed at once: of several, those whose certificate has not ended.
	 *
	 * @param clouds those that are known here, by their id
	 */
	RenewModel(List<Connection> offered, Map<String, Cloud> clouds, Instant now) {
		super(clouds, offered.stream().allMatch(connection -> ended(connection, now)));
		this.offered = List.copyOf(offered);
		this.now = now;
		this.offered.stream().filter(connection -> this.offered.size() == 1 || !ended(connection)).map(Connection::id)
				.forEach(chosen::add);
	}

	List<Connection> offered() {
		return offered;
	}

	/** Whether only an administrator can renew it: Microsoft takes no proof of a key that has ended. */
	boolean ended(Connection connection) {
		return ended(connection, now);
	}

	private static boolean ended(Connection connection, Instant now) {
		return !now.isBefore(connection.certificateEnds());
	}

	@Override
	List<Connection> chosen() {
		return offered.stream().filter(connection -> chosen.contains(connection.id())).toList();
	}

	void choose(Set<UUID> ids) {
		chosen.clear();
		chosen.addAll(ids);
		changed();
	}

	/** Whether a certificate that is here already takes over, instead of new ones. */
	boolean existing() {
		return existing;
	}

	void setExisting(boolean existing) {
		this.existing = existing;
		changed();
	}

	/** The certificate that is here already; empty as long as none was selected. */
	Optional<CertificateEntry> certificate() {
		return certificate;
	}

	void setCertificate(CertificateEntry selected) {
		certificate = Optional.of(selected);
		changed();
	}

	/** What is to be done: all that was chosen and is not done yet. */
	List<Renewal> renewals(NextCertificate next) {
		return chosen().stream().filter(connection -> result(connection).filter(Result::done).isEmpty())
				.map(connection -> new Renewal(connection.id(), next, administrator())).toList();
	}

	/** How the connection's renewal stands; empty when it was not begun. */
	Optional<Result> result(Connection connection) {
		return Optional.ofNullable(results.get(connection.id()));
	}

	void renewed(Result result) {
		results.put(result.connection(), result);
		changed();
	}

	/** Forgets failures, to try again. */
	void again() {
		results.values().removeIf(result -> !result.done());
		changed();
	}

	/** Whether anything is left to do. */
	boolean complete() {
		return chosen().stream().allMatch(connection -> result(connection).filter(Result::done).isPresent());
	}
}
