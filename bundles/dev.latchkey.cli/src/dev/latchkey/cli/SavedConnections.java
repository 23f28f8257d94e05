package dev.latchkey.cli;

import java.util.List;
import java.util.Optional;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.connection.ConnectionVerifier;
import dev.latchkey.connection.ConnectionVerifier.Verified;
import dev.latchkey.registration.Cloud;

/** The connections of this console. */
final class SavedConnections {

	private final Environment environment;
	private final ConnectionService service;

	SavedConnections(Environment environment) throws Refusal {
		this.environment = environment;
		service = environment.services().get(ConnectionService.class);
	}

	/** What can't be used is told and costs the others nothing. */
	List<Connection> list() throws ConnectionException {
		List<Connection> all = service.list();
		problems().forEach(environment.terminal()::say);
		return all;
	}

	/** The connection as it is saved now; as it is when that can't be read, or somebody removed it. */
	Connection now(Connection connection) {
		try {
			return service.find(connection.id()).orElse(connection);
		} catch (ConnectionException e) {
			return connection;
		}
	}

	/** A sentence for each file that can't be used. */
	List<String> problems() {
		return service.problems();
	}

	/** @param name name, domain or id */
	Connection find(String name) throws ConnectionException, Refusal {
		List<Connection> found = list().stream().filter(each -> each.id().toString().equalsIgnoreCase(name)
				|| each.name().equalsIgnoreCase(name) || each.domain().equalsIgnoreCase(name)).toList();
		if (found.isEmpty()) {
			throw new Refusal(Refusal.NO_SUCH_CONNECTION, Messages.noSuchConnection);
		}
		if (found.size() > 1) {
			throw new Refusal(Refusal.SEVERAL_CONNECTIONS, Messages.severalConnections);
		}
		return found.get(0);
	}

	Connection rename(Connection connection, String name) throws ConnectionException {
		return service.update(connection.id(), now -> now.named(name));
	}

	void remove(Connection connection) throws ConnectionException {
		service.remove(connection.id());
	}

	/** Proves it, and keeps what was found. */
	Verified verify(Connection connection, Optional<Cloud> cloud) throws ConnectionException, Refusal {
		return environment.services().get(ConnectionVerifier.class).verify(connection.id(), cloud,
				new Progress(environment.terminal())::verified, new CancellingMonitor(environment.cancellation()));
	}
}
