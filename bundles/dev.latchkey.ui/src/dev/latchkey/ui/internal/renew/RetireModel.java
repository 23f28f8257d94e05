package dev.latchkey.ui.internal.renew;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Connection.RetiredCertificate;
import dev.latchkey.registration.Cloud;

/** Which old certificates are to be removed and by whom, and what became of it so far. Nothing is chosen at first. */
final class RetireModel extends OrganizationModel {

	/** One that was renewed. */
	record Old(Connection connection, RetiredCertificate certificate) {
	}

	private final List<Old> offered;
	private final Instant now;
	private final Set<Old> chosen = new HashSet<>();
	private final Set<Old> removed = new HashSet<>();
	private final Map<Connection, String> failures = new HashMap<>();

	/** @param clouds those that are known here, by their id */
	RetireModel(List<Connection> connections, Map<String, Cloud> clouds, Instant now) {
		super(clouds, connections.stream().allMatch(connection -> !now.isBefore(connection.certificateEnds())));
		this.now = now;
		offered = connections.stream().flatMap(connection -> connection.retired().stream()
				.filter(certificate -> !certificate.sha1().isEmpty()).map(certificate -> new Old(connection, certificate))).toList();
	}

	List<Old> offered() {
		return offered;
	}

	void choose(Set<Old> olds) {
		chosen.clear();
		chosen.addAll(olds);
		changed();
	}

	@Override
	List<Connection> chosen() {
		return chosenOlds().stream().map(Old::connection).distinct().toList();
	}

	List<Old> chosenOlds() {
		return offered.stream().filter(chosen::contains).toList();
	}

	/** Those that were renewed so recently that somebody may still use the old certificate. */
	List<Old> recent() {
		return chosenOlds().stream().filter(old -> !old.certificate().isFree(now)).toList();
	}

	/** What is left to do, one organization after the other. */
	Map<Connection, List<RetiredCertificate>> left() {
		return chosenOlds().stream().filter(old -> !removed.contains(old)).collect(Collectors.groupingBy(Old::connection,
				Collectors.mapping(Old::certificate, Collectors.toList())));
	}

	/** What became of one connection's. */
	void tried(Connection connection, Optional<String> failure) {
		failures.remove(connection);
		failure.ifPresentOrElse(why -> failures.put(connection, why),
				() -> chosenOlds().stream().filter(old -> old.connection().equals(connection)).forEach(removed::add));
		changed();
	}

	void again() {
		failures.clear();
		changed();
	}

	boolean removed(Old old) {
		return removed.contains(old);
	}

	/** Why it is still there, when it was tried. */
	Optional<String> failure(Old old) {
		return removed(old) ? Optional.empty() : Optional.ofNullable(failures.get(old.connection()));
	}

	boolean complete() {
		return removed.containsAll(chosen);
	}
}
