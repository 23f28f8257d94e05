package dev.latchkey.ui.tests;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.connection.Proof;
import dev.latchkey.registration.Service;

/** The console's saved connections, which tests fill and leave empty. */
final class SavedConnections {

	static final String VIEW = "dev.latchkey.ui.organizations";

	private final ConnectionService connections = TestServices.service(ConnectionService.class);

	/** Saves one, whose certificate nobody has. */
	Connection add(String name, Connection.State state, Duration left) throws ConnectionException {
		return connections.save(new Connection(UUID.randomUUID(), 0, name, "global", "6f7c9d0e-0000-4000-8000-00000000c0de",
				name.toLowerCase() + ".com", Optional.of("alex@" + name.toLowerCase() + ".com"), OpenWizard.APPLICATION,
				Optional.empty(), new CertificateReference("store", "a".repeat(64)), Instant.now().plus(left),
				List.of(), Set.of(Service.EXCHANGE, Service.SHAREPOINT), "",
				new Proof(state, Optional.empty(), Set.of(), Optional.empty())));
	}

	/** Saves the one that wizards are tried with. */
	Connection contoso() throws ConnectionException {
		return connections.save(TaskWizards.connection("Contoso", "1", 20).revised(0));
	}

	Connection change(Connection connection, UnaryOperator<Connection> change) throws ConnectionException {
		return connections.update(connection.id(), change);
	}

	List<Connection> all() throws ConnectionException {
		return connections.list();
	}

	Connection find(UUID id) throws ConnectionException {
		return connections.find(id).orElseThrow();
	}

	void clear() throws ConnectionException {
		for (Connection connection : connections.list()) {
			connections.remove(connection.id());
		}
	}
}
