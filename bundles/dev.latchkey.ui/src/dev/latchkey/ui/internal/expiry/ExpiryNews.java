package dev.latchkey.ui.internal.expiry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Connection.RetiredCertificate;

/**
 * What is to be told about certificates and was not told before. Each connection's certificate is told of once when it passes
 * a threshold and once when it has ended; one that was renewed, once when its time of grace is over.
 *
 * @param ended     whose certificate has ended, the first end first
 * @param ending    whose certificate ends within a threshold, the first end first
 * @param removable which have an old certificate that nobody needs any more
 * @param memory    what has been told when this has
 */
record ExpiryNews(List<Connection> ended, List<Connection> ending, List<Connection> removable, Map<UUID, Told> memory) {

	/**
	 * What was told of one connection.
	 *
	 * @param certificate SHA-256 thumbprint of the certificate that it was about; empty for none
	 * @param days        the threshold; 0 when it had ended
	 * @param removable   SHA-1 thumbprint of the retired certificate whose removal was offered; empty for none
	 */
	record Told(String certificate, int days, String removable) {

		static final Told NOTHING = new Told("", Integer.MAX_VALUE, ""); //$NON-NLS-1$ //$NON-NLS-2$
	}

	ExpiryNews {
		ended = List.copyOf(ended);
		ending = List.copyOf(ending);
		removable = List.copyOf(removable);
		memory = Map.copyOf(memory);
	}

	/** @param told what was told before; connections that are gone are forgotten */
	static ExpiryNews of(List<Connection> connections, List<Integer> warningDays, Map<UUID, Told> told, Instant now) {
		List<Connection> ended = new ArrayList<>();
		List<Connection> ending = new ArrayList<>();
		List<Connection> removable = new ArrayList<>();
		Map<UUID, Told> memory = new HashMap<>();
		for (Connection connection : sorted(connections)) {
			Told before = told.getOrDefault(connection.id(), Told.NOTHING);
			OptionalInt stage = stage(connection, warningDays, now);
			String oldest = removable(connection, now);
			if (stage.isPresent() && isNew(connection, stage.getAsInt(), before)) {
				(stage.getAsInt() == 0 ? ended : ending).add(connection);
			}
			if (!oldest.isEmpty() && !oldest.equals(before.removable())) {
				removable.add(connection);
			}
			remember(connection, stage, oldest, before, memory);
		}
		return new ExpiryNews(ended, ending, removable, memory);
	}

	private static List<Connection> sorted(List<Connection> connections) {
		return connections.stream().sorted(Comparator.comparing(Connection::certificateEnds)).toList();
	}

	/** The last threshold that was passed; 0 when the certificate has ended; empty long before. */
	private static OptionalInt stage(Connection connection, List<Integer> warningDays, Instant now) {
		if (!now.isBefore(connection.certificateEnds())) {
			return OptionalInt.of(0);
		}
		Duration left = Duration.between(now, connection.certificateEnds());
		return warningDays.stream().mapToInt(Integer::intValue).filter(days -> left.compareTo(Duration.ofDays(days)) <= 0).min();
	}

	private static boolean isNew(Connection connection, int stage, Told before) {
		return stage < before.days() || !before.certificate().equals(connection.certificate().sha256());
	}

	/** The last one that was retired long enough ago; empty when there is none. */
	private static String removable(Connection connection, Instant now) {
		return connection.retired().stream().filter(each -> each.isFree(now)).findFirst().map(RetiredCertificate::sha1)
				.orElse(""); //$NON-NLS-1$
	}

	private static void remember(Connection connection, OptionalInt stage, String oldest, Told before,
			Map<UUID, Told> memory) {
		String certificate = connection.certificate().sha256();
		int known = before.certificate().equals(certificate) ? before.days() : Integer.MAX_VALUE;
		int days = Math.min(known, stage.orElse(Integer.MAX_VALUE));
		if (days < Integer.MAX_VALUE || !oldest.isEmpty()) {
			memory.put(connection.id(), new Told(certificate, days, oldest));
		}
	}

	boolean isEmpty() {
		return ended.isEmpty() && ending.isEmpty() && removable.isEmpty();
	}
}
