package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;

import dev.latchkey.registration.AdminScope;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.ClientCertificate;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.ItemResult;
import dev.latchkey.registration.ItemResult.Outcome;
import dev.latchkey.registration.PlanItem;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.RegistrationService;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.SignInMethod;
import dev.latchkey.registration.SignInRequest;
import dev.latchkey.registration.Tenant;
import dev.latchkey.registration.Verification;
import dev.latchkey.tenant.SimulatedTenant;
import dev.latchkey.tenant.TenantOptions;

/** A tenant of its own for each test, and the service that registers in it. */
abstract class TenantTest {

	static final String ADMIN = "admin@contoso.example";

	final RegistrationService service = Services.get(RegistrationService.class);
	final ClientCertificate certificate = Certificates.valid();
	private final List<AdminSession> sessions = new ArrayList<>();
	private final Map<String, String> settings = new HashMap<>();
	SimulatedTenant tenant;

	@BeforeEach
	void start() throws IOException {
		start(SimulatedTenant.start(TenantOptions.defaults()));
	}

	/** Another tenant, which differs from the default scenario. */
	final void startWith(String changes) throws IOException {
		tenant.close();
		start(SimulatedTenant.start(TenantOptions.defaults().withChanges(changes)));
	}

	final void start(SimulatedTenant started) {
		tenant = started;
		setting(CloudCatalog.CLOUD_FILES, tenant.cloudFile().toString());
		setting(CloudCatalog.PROPAGATION_SECONDS, "20");
		setting(CloudCatalog.ANSWER_SECONDS, "10");
	}

	@AfterEach
	void stop() {
		sessions.forEach(AdminSession::close);
		tenant.close();
		Services.settings(this, Map.of());
	}

	final void setting(String key, String value) {
		settings.put(key, value);
		Services.settings(this, settings);
	}

	final Cloud cloud() {
		try {
			return Services.get(CloudCatalog.class).read(tenant.cloudFile());
		} catch (RegistrationException e) {
			throw new IllegalStateException(e);
		}
	}

	final Tenant contoso() throws RegistrationException {
		return service.locate(cloud(), tenant.scenario().domain(), null);
	}

	/** All that registering can need. */
	final SignInRequest toContoso() throws RegistrationException {
		return new SignInRequest(contoso(), SignInMethod.DEVICE_CODE,
				Set.of(AdminScope.WRITE_APPLICATIONS, AdminScope.GRANT_PERMISSIONS, AdminScope.ASSIGN_ROLES));
	}

	final AdminSession signIn(String account) throws RegistrationException {
		AdminSession session = service.signIn(toContoso(),
				code -> tenant.deviceCodes().approve(code.userCode(), account), null);
		sessions.add(session);
		return session;
	}

	final RegistrationRequest request(Service... services) throws RegistrationException {
		return request(tenant.scenario().applicationId(), services);
	}

	final RegistrationRequest request(String applicationId, Service... services) throws RegistrationException {
		return request(applicationId, certificate, services);
	}

	final RegistrationRequest request(String applicationId, ClientCertificate with, Service... services)
			throws RegistrationException {
		Set<Service> wanted = services.length == 0 ? EnumSet.allOf(Service.class) : Set.of(services);
		Optional<String> account = wanted.contains(Service.EXCHANGE) ? Optional.of(ADMIN) : Optional.empty();
		return new RegistrationRequest(contoso(), account, wanted, applicationId, with,
				Services.classic());
	}

	final RegistrationResult register(RegistrationRequest request, AdminSession session) throws RegistrationException {
		return service.apply(service.plan(request, session, null), session, result -> {
		}, null);
	}

	final RegistrationResult apply(RegistrationPlan plan, AdminSession session) throws RegistrationException {
		return service.apply(plan, session, result -> {
		}, null);
	}

	final Verification verify(RegistrationRequest request, Optional<RegistrationResult> applied) throws RegistrationException {
		return service.verify(request, applied, verification -> {
		}, null);
	}

	/** Requests to Microsoft Graph that change something. */
	final List<String> writes() {
		return tenant.exchanges().stream().filter(exchange -> exchange.origin() == dev.latchkey.tenant.Origin.GRAPH)
				.filter(exchange -> !exchange.method().equals("GET")).map(exchange -> exchange.method() + exchange.uri())
				.toList();
	}

	static ItemResult item(RegistrationResult result, String id) {
		return result.items().stream().filter(item -> item.item().id().equals(id)).findFirst().orElseThrow();
	}

	/** Of what was asked for; what was only offered is left out. */
	static List<String> ids(RegistrationResult result, Outcome outcome) {
		return result.items().stream()
				.filter(item -> item.outcome() == outcome && item.item().state() != PlanItem.State.OFFERED).map(item -> item.item().id()).toList();
	}

	/** That reason, with a sentence whose gaps are filled. */
	static RegistrationException refused(Reason reason, Executable call) {
		RegistrationException thrown = assertThrows(RegistrationException.class, call);
		assertEquals(reason, thrown.reason(), () -> thrown.failure().toString());
		assertFalse(thrown.getLocalizedMessage().matches(".*\\{\\d}.*"), thrown.getLocalizedMessage());
		return thrown;
	}
}
