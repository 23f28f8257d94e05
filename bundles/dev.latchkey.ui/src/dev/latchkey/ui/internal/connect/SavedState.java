package dev.latchkey.ui.internal.connect;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Connection.State;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.registration.JournalRun;

/** What saved connections say about themselves after they were proven or refuted. */
public final class SavedState {

	private SavedState() {
	}

	/** The connection as one that was proven just now. */
	public static Connection proven(Connection old, Optional<String> organizationName) {
		return with(old, organizationName.orElse(old.name()), State.CONNECTED, Optional.of(Instant.now()));
	}

	/** The connection as one that is known not to work. */
	public static Connection notProven(Connection old) {
		return with(old, old.name(), State.NOT_VERIFIED, old.verified());
	}

	private static Connection with(Connection old, String name, State state, Optional<Instant> verified) {
		return new Connection(old.id(), name, old.cloudId(), old.tenantId(), old.domain(), old.account(),
				old.applicationId(), old.certificate(), old.certificateEnds(), old.services(), old.profileId(), state, verified);
	}

	/** Connections through an application that something was taken back from are not proven any more. */
	static void undone(Collection<JournalRun> runs, ConnectionService connections) throws ConnectionException {
		List<Connection> concerned = connections.list().stream().filter(connection -> connection.state() == State.CONNECTED)
				.filter(connection -> runs.stream().anyMatch(run -> concerns(run, connection))).toList();
		for (Connection connection : concerned) {
			connections.save(notProven(connection));
		}
	}

	/** Whether the run was for that connection's application. */
	public static boolean concerns(JournalRun run, Connection connection) {
		return run.cloudId().equals(connection.cloudId()) && run.tenantId().equals(connection.tenantId())
				&& run.applicationId().equals(connection.applicationId());
	}
}
