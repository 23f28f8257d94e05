package dev.latchkey.registration.graph.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateImporter;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.certificate.SelfSignedIssuer;
import dev.latchkey.certificate.SelfSignedRequest;
import dev.latchkey.certificate.Thumbprint;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.connection.Proof;
import dev.latchkey.registration.AdminScope;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.ProfileCatalog;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationService;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.SignInMethod;
import dev.latchkey.registration.SignInRequest;
import dev.latchkey.registration.Tenant;
import dev.latchkey.tenant.SimulatedTenant;
import dev.latchkey.tenant.TenantOptions;

/** One tenant for cases that run at the same time: each has an application of its own, which no journal knows. */
final class CrashTenant implements AutoCloseable {

	/** Other processes find keys there, too. */
	static final String KEY_STORE = "keystore";

	private final Queue<App> apps;
	private final SimulatedTenant tenant;
	private final Path profile;

	/** An application of one case. */
	record App(String appId, String objectId) {

		/** Of the tenant's scenario. Every other one may read itself. */
		private String json(int number) {
			return """
					"app%d": {"displayName": "App %d", "appId": "%s", "id": "%s", "servicePrincipal": "%s",
					  "granted": {"Microsoft Graph": ["Sites.Read.All"%s]}}""".formatted(number, number, appId, objectId,
					UUID.randomUUID(), number % 2 == 0 ? ", \"Directory.Read.All\"" : "");
		}
	}

	CrashTenant(Path folder, int cases) throws IOException {
		List<App> all = IntStream.range(0, cases)
				.mapToObj(number -> new App(UUID.randomUUID().toString(), UUID.randomUUID().toString())).toList();
		apps = new ConcurrentLinkedQueue<>(all);
		tenant = SimulatedTenant.start(TenantOptions.defaults().withAutoSignIn()
				.withChanges(IntStream.range(0, cases).mapToObj(number -> all.get(number).json(number)).collect(Collectors.joining(
						",", "{\"deviceCode\":{\"interval\":1},\"tenants\":{\"contoso\":{\"applications\":{", "}}}}"))));
		profile = Files.writeString(folder.resolve("profile.json"), """
				{"id": "crash", "name": "Crash", "vendor": "Tests", "permissions": [{"resource": "Microsoft Graph",
				  "value": "Sites.Read.All", "services": ["sharepoint"], "reason": "lists sites"}]}""");
		Services.settings(this, Map.of(CloudCatalog.CLOUD_FILES, tenant.cloudFile().toString(), ProfileCatalog.PROFILE_FILES,
				profile.toString()));
	}

	SimulatedTenant tenant() {
		return tenant;
	}

	/** The profile that every connection is made for. */
	Path profile() {
		return profile;
	}

	/** One that no other case has. */
	App application() {
		return apps.remove();
	}

	/** With a certificate that ends next month. */
	Connection connect(App app) throws Exception {
		CertificateEntry present = Services.get(CertificateService.class).capability(KEY_STORE, CertificateImporter.class)
				.orElseThrow().add(Services.get(SelfSignedIssuer.class).issue(new SelfSignedRequest("Crash", 2048, 1),
						Cancellation.NEVER), Cancellation.NEVER);
		tenant.directory().addCertificate(app.appId(), present.certificate(), "Present");
		return Services.get(ConnectionService.class).save(new Connection(UUID.randomUUID(), 0, "Crash", cloud().id(),
				tenant.scenario().tenantId(), tenant.scenario().domain(), Optional.empty(), app.appId(),
				Optional.of(app.objectId()), present.reference(), present.certificate().getNotAfter().toInstant(), List.of(),
				Set.of(Service.SHAREPOINT), "crash", Proof.NONE));
	}

	/** SHA-256 thumbprints. */
	Set<String> registered(App app) {
		return tenant.directory().certificates(app.appId()).stream().map(Thumbprint::sha256).collect(Collectors.toSet());
	}

	AdminSession signIn() throws RegistrationException {
		Tenant contoso = new Tenant(cloud(), tenant.scenario().tenantId(), tenant.scenario().domain());
		return Services.get(RegistrationService.class).signIn(new SignInRequest(contoso, SignInMethod.DEVICE_CODE,
				Set.of(AdminScope.WRITE_APPLICATIONS, AdminScope.READ_POLICIES)), code -> {
				}, null);
	}

	private Cloud cloud() throws RegistrationException {
		return Services.get(CloudCatalog.class).read(tenant.cloudFile());
	}

	@Override
	public void close() {
		tenant.close();
		Services.settings(this, Map.of());
	}
}
