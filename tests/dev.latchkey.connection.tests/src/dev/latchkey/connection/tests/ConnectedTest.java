package dev.latchkey.connection.tests;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.junit.jupiter.api.AfterEach;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateImporter;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.certificate.SelfSignedIssuer;
import dev.latchkey.certificate.SelfSignedRequest;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.connection.Proof;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.registration.Service;
import dev.latchkey.tenant.Origin;
import dev.latchkey.tenant.SimulatedTenant;
import dev.latchkey.tenant.TenantOptions;

/** A tenant of its own for each test, and a saved connection with it. */
abstract class ConnectedTest {

	final ConnectionService connections = Services.get(ConnectionService.class);
	private final CertificateService certificates = Services.get(CertificateService.class);
	SimulatedTenant tenant;
	Connection contoso;

	/** Starts the tenant and saves a connection with it. */
	final void connect(String changes) throws Exception {
		tenant = SimulatedTenant.start(TenantOptions.defaults().withChanges(changes));
		InstanceScope.INSTANCE.getNode(CloudCatalog.PREFERENCES).put(CloudCatalog.CLOUD_FILES, tenant.cloudFile().toString());
		CertificateEntry first = registered("First");
		contoso = connections.save(new Connection(UUID.randomUUID(), 0, "Contoso", cloud().id(), tenant.scenario().tenantId(),
				tenant.scenario().domain(), Optional.empty(), tenant.scenario().applicationId(),
				Optional.of(tenant.scenario().applicationObjectId()),
				first.reference(), ends(first), List.of(), Set.of(Service.SHAREPOINT), "", Proof.NONE));
		tenant.forgetExchanges();
	}

	@AfterEach
	final void leave() throws Exception {
		connections.remove(contoso.id());
		InstanceScope.INSTANCE.getNode(CloudCatalog.PREFERENCES).remove(CloudCatalog.CLOUD_FILES);
		tenant.close();
	}

	private static Cloud cloud() {
		return Services.get(CloudCatalog.class).clouds().stream().filter(cloud -> !MicrosoftClouds.ALL.contains(cloud))
				.findFirst().orElseThrow();
	}

	/** A new certificate in our key store, which the application knows. */
	final CertificateEntry registered(String name) throws CertificateAccessException {
		CertificateEntry entry = made(name);
		tenant.directory().addCertificate(tenant.scenario().applicationId(), entry.certificate(), name);
		return entry;
	}

	/** A new certificate in our key store. */
	final CertificateEntry made(String name) throws CertificateAccessException {
		SelfSignedRequest request = new SelfSignedRequest(name, 2048, SelfSignedRequest.DEFAULT_VALIDITY_MONTHS);
		return certificates.first(CertificateImporter.class).orElseThrow()
				.add(Services.get(SelfSignedIssuer.class).issue(request, Cancellation.NEVER), Cancellation.NEVER);
	}

	static Instant ends(CertificateEntry entry) {
		X509Certificate certificate = entry.certificate();
		return certificate.getNotAfter().toInstant();
	}

	final long signIns() {
		return tenant.exchanges().stream().filter(each -> each.origin() == Origin.AUTHORITY && each.method().equals("POST"))
				.count();
	}
}
