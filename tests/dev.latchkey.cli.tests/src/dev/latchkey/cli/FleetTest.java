package dev.latchkey.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.osgi.framework.FrameworkUtil;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.connection.Proof;
import dev.latchkey.registration.Service;
import dev.latchkey.tenant.SimulatedTenant;
import dev.latchkey.tenant.TenantOptions;

/** A connected organization, and others beside it that are not. */
abstract class FleetTest {

	SimulatedTenant tenant;
	ConnectionService connections;
	/** The tenant before anything was connected. */
	String before;
	private OsgiServices services;

	@BeforeEach
	final void connect() throws Exception {
		services = new OsgiServices(FrameworkUtil.getBundle(FleetTest.class).getBundleContext());
		connections = services.get(ConnectionService.class);
		// one that the journal of this console knows nothing of
		tenant = SimulatedTenant.start(TenantOptions.defaults().withAutoSignIn().withChanges(
				"{\"tenants\":{\"contoso\":{\"applications\":{\"console\":{\"appId\":\"" + UUID.randomUUID() + "\"}}}}}"));
		before = tenant.directory().state();
		Session generated = Session.of("certificate", "generate", "--name", "Fleet", "--key-size", "2048", "--json");
		Session connected = Session.of("connect", "--services", "sharepoint", "--domain", "contoso.example", "--application",
				tenant.scenario().applicationId(), "--certificate", generated.entry("provider") + ':' + generated.entry("sha256"),
				"--cloud", tenant.cloudFile(), "--yes");
		assertEquals(0, connected.exit(), connected::err);
	}

	@AfterEach
	final void stop() throws Exception {
		for (Connection each : connections.list()) {
			connections.remove(each.id());
		}
		services.close();
		tenant.close();
	}

	final Session all() {
		return Session.of("verify", "--all", "--cloud", tenant.cloudFile(), "--json");
	}

	static List<String> texts(JsonObject json, String array, String name) {
		return json.getAsJsonArray(array).asList().stream().map(JsonElement::getAsJsonObject)
				.map(each -> each.get(name).getAsString()).toList();
	}

	/** Nobody here has its certificate. */
	final void keyless(Instant ends) throws Exception {
		keyless(ends, Proof.NONE);
	}

	final void keyless(Instant ends, Proof proof) throws Exception {
		connections.save(new Connection(UUID.randomUUID(), 0, "Keyless", "global", UUID.randomUUID().toString(), "keyless.example",
				Optional.empty(), UUID.randomUUID().toString(), Optional.empty(), new CertificateReference("keystore", "AB".repeat(32)),
				ends, List.of(), Set.of(Service.SHAREPOINT), "", proof));
	}
}
