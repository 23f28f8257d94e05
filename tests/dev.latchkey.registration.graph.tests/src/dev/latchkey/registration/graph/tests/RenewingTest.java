package dev.latchkey.registration.graph.tests;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.connection.CertificateRenewer;
import dev.latchkey.connection.CertificateRenewer.Renewal;
import dev.latchkey.connection.CertificateRenewer.Result;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.connection.NextCertificate;
import dev.latchkey.connection.Proof;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.Service;

/** Saved connections whose certificates lie in a store of the test's own. */
abstract class RenewingTest extends RunTest {

	static final Duration YEAR = Duration.ofDays(365);

	final CertificateRenewer renewer = Services.get(CertificateRenewer.class);
	final ConnectionService connections = Services.get(ConnectionService.class);
	final MemoryStore store = new MemoryStore();
	final List<Result> told = Collections.synchronizedList(new ArrayList<>());
	private final List<UUID> saved = new ArrayList<>();
	private AutoCloseable registered;

	@BeforeEach
	void registerTheStore() {
		Services.get(CertificateService.class);
		registered = Services.register(store);
	}

	@AfterEach
	void forgetAll() throws Exception {
		for (UUID each : saved) {
			connections.remove(each);
		}
		registered.close();
	}

	final String application() {
		return tenant.scenario().applicationId();
	}

	/** Until then, from as long ago. */
	final CertificateEntry certificate(Duration left) {
		return store.add(Certificates.material(left.abs().plusDays(1).negated(), left), Cancellation.NEVER);
	}

	final CertificateEntry registered(String applicationId, Duration left) {
		CertificateEntry entry = certificate(left);
		tenant.directory().addCertificate(applicationId, entry.certificate(), "Present");
		return entry;
	}

	final Connection connected(String applicationId, CertificateEntry present, Optional<String> objectId)
			throws ConnectionException, RegistrationException {
		Connection connection = new Connection(UUID.randomUUID(), 0, "Contoso " + saved.size(), cloud().id(), contoso().id(),
				contoso().domain(), Optional.empty(), applicationId, objectId, present.reference(),
				present.certificate().getNotAfter().toInstant(), List.of(), Set.of(Service.SHAREPOINT), Services.classic().id(),
				Proof.NONE);
		saved.add(connection.id());
		return connections.save(connection);
	}

	/** As the wizard leaves it, with a certificate that ends next month. */
	final Connection connected() throws ConnectionException, RegistrationException {
		return connected(application(), registered(application(), Duration.ofDays(30)),
				Optional.of(tenant.scenario().applicationObjectId()));
	}

	final Connection now(Connection connection) throws ConnectionException {
		return connections.find(connection.id()).orElseThrow();
	}

	final NextCertificate fresh() {
		return (connection, cancellation) -> certificate(YEAR);
	}

	final Result renew(Connection connection, NextCertificate next, Optional<AdminSession> administrator) {
		return renewer.renew(List.of(new Renewal(connection.id(), next, administrator)), 1, told::add, null).get(0);
	}

	final Result renew(Connection connection) {
		return renew(connection, fresh(), Optional.empty());
	}
}
