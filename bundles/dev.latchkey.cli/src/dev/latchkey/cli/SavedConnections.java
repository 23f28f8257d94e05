package dev.latchkey.cli;

import java.util.List;
import java.util.Optional;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.Tenant;

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
		service.problems().forEach(environment.terminal()::say);
		return all;
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

	void save(Connection connection) throws ConnectionException {
		service.save(connection);
	}

	void remove(Connection connection) throws ConnectionException {
		service.remove(connection.id());
	}

	/** What has to hold for it. */
	RegistrationRequest request(Connection connection, Directory directory)
			throws CertificateAccessException, RegistrationException, Refusal {
		Tenant tenant = new Tenant(directory.known(connection.cloudId()), connection.tenantId(), connection.domain());
		UsedCertificate certificate = UsedCertificate.kept(ConnectionOptions.find(environment, connection.certificate()));
		PermissionProfile profile = directory.profile(Optional.of(connection.profileId()).filter(id -> !id.isEmpty()).orElse(null));
		return new RegistrationRequest(tenant, connection.account(), connection.services(), connection.applicationId(),
				certificate.client(), profile);
	}
}
