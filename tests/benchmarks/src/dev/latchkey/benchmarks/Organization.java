package dev.latchkey.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;

import org.eclipse.core.runtime.preferences.InstanceScope;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.certificate.SelfSignedIssuer;
import dev.latchkey.certificate.SelfSignedRequest;
import dev.latchkey.certificate.SignatureAlgorithm;
import dev.latchkey.certificate.SigningKey;
import dev.latchkey.registration.AdminScope;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.ClientCertificate;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.RegistrationService;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.SignInMethod;
import dev.latchkey.registration.SignInRequest;
import dev.latchkey.registration.Tenant;
import dev.latchkey.tenant.SimulatedTenant;
import dev.latchkey.tenant.TenantOptions;

/** A new tenant that is connected step by step, as the wizard does it. */
final class Organization implements AutoCloseable {

	private static final int KEY_BITS = 3072;
	private static final int VALIDITY_MONTHS = 12;

	private final SimulatedTenant simulated;
	private final RegistrationService service = Services.get(RegistrationService.class);
	private RegistrationRequest request;
	private AdminSession session;
	private RegistrationPlan plan;
	private RegistrationResult applied;

	Organization() throws IOException {
		simulated = SimulatedTenant.start(TenantOptions.defaults().withChanges("{\"deviceCode\": {\"interval\": 1}}"));
		InstanceScope.INSTANCE.getNode(CloudCatalog.PREFERENCES).put(CloudCatalog.CLOUD_FILES,
				simulated.cloudFile().toString());
	}

	void latency(Duration value) {
		simulated.latency(value);
	}

	void signIn() throws RegistrationException, CertificateAccessException {
		Tenant tenant = service.locate(cloud(), simulated.scenario().domain(), null);
		String admin = simulated.scenario().admin().userPrincipalName();
		request = new RegistrationRequest(tenant, Optional.of(admin), EnumSet.allOf(Service.class),
				simulated.scenario().applicationId(), certificate(), Services.get(PermissionProfile.class));
		session = service.signIn(new SignInRequest(tenant, SignInMethod.DEVICE_CODE, AdminScope.neededFor(request)),
				code -> simulated.deviceCodes().approve(code.userCode(), admin), null);
	}

	private static Cloud cloud() {
		return Services.get(CloudCatalog.class).clouds().stream()
				.filter(cloud -> !MicrosoftClouds.ALL.contains(cloud)).findFirst().orElseThrow();
	}

	private static ClientCertificate certificate() throws CertificateAccessException {
		KeyMaterial material = Services.get(SelfSignedIssuer.class)
				.issue(new SelfSignedRequest("Benchmark", KEY_BITS, VALIDITY_MONTHS), Cancellation.NEVER);
		SigningKey key = new SigningKey(material.key());
		return new ClientCertificate(material.certificate(), data -> key.sign(SignatureAlgorithm.PS256, data));
	}

	Traffic plan() throws RegistrationException {
		simulated.forgetExchanges();
		long start = System.nanoTime();
		plan = service.plan(request, session, null);
		return new Traffic(System.nanoTime() - start, simulated.exchanges());
	}

	Traffic apply() throws RegistrationException {
		simulated.forgetExchanges();
		long start = System.nanoTime();
		applied = service.apply(plan, session, soFar -> {
		}, null);
		long nanos = System.nanoTime() - start;
		if (!applied.complete()) {
			throw new IllegalStateException(applied.toString());
		}
		return new Traffic(nanos, simulated.exchanges());
	}

	Traffic verify() throws RegistrationException {
		simulated.forgetExchanges();
		long start = System.nanoTime();
		var verification = service.verify(request, Optional.of(applied), soFar -> {
		}, null);
		long nanos = System.nanoTime() - start;
		if (!verification.proven()) {
			throw new IllegalStateException(verification.toString());
		}
		return new Traffic(nanos, simulated.exchanges());
	}

	@Override
	public void close() {
		if (session != null) {
			session.close();
		}
		simulated.close();
	}
}
