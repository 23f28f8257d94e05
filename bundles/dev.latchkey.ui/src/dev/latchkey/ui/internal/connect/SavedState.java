package dev.latchkey.ui.internal.connect;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Connection.State;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.connection.Proof;
import dev.latchkey.registration.JournalRun;

/** What saved connections say about themselves after they were proven or refuted. */
public final class SavedState {

	private SavedState() {
	}

	/** The connection as one that was proven just now. */
	public static Connection proven(Connection old, Optional<String> organizationName) {
		return old.named(organizationName.orElse(old.name()))
				.with(new Proof(State.CONNECTED, Optional.of(Instant.now()), old.proof().met(), Optional.empty()));
	}

	/** The connection as one that is known not to work. */
	public static Connection notProven(Connection old) {
		return old.with(old.proof().failed(State.NOT_VERIFIED, Optional.empty()));
	}

	/** Connections through an application that something was taken back from are not proven any more. */
	static void undone(Collection<JournalRun> runs, ConnectionService connections) throws ConnectionException {
		List<Connection> concerned = connections.list().stream().filter(connection -> connection.state() == State.CONNECTED)
				.filter(connection -> runs.stream().anyMatch(run -> connection.concerns(run))).toList();
		for (Connection connection : concerned) {
			connections.save(notProven(connection));
		}
	}
}
