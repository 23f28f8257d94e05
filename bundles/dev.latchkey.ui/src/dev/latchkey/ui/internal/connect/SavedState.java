package dev.latchkey.ui.internal.connect;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Connection.State;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.registration.JournalRun;

/** What saved connections say about themselves after something was taken back. */
final class SavedState {

	private SavedState() {
	}

	/** Connections through an application that something was taken back from are not proven any more. */
	static void undone(Collection<JournalRun> runs, ConnectionService connections) throws ConnectionException {
		List<Connection> concerned = connections.list().stream().filter(connection -> connection.state() == State.CONNECTED)
				.filter(connection -> runs.stream().anyMatch(run -> connection.concerns(run))).toList();
		for (Connection connection : concerned) {
			connections.update(connection.id(),
					now -> now.with(now.proof().failed(State.NOT_VERIFIED, Optional.empty())));
		}
	}
}
