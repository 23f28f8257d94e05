package dev.latchkey.ui.tests.journeys;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.eclipse.core.runtime.preferences.InstanceScope;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.SelfSignedIssuer;
import dev.latchkey.certificate.SelfSignedRequest;
import dev.latchkey.connection.ClientCertificates;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Connection.State;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.connection.Proof;
import dev.latchkey.registration.AdminScope;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.PermissionProfile.PermissionNeed;
import dev.latchkey.registration.ProfileCatalog;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.RegistrationService;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.SignInMethod;
import dev.latchkey.registration.SignInRequest;
import dev.latchkey.registration.Tenant;
import dev.latchkey.tenant.SimulatedTenant;
import dev.latchkey.ui.internal.forms.Choices;

/** What was done before a journey begins, by the services of the console that the journey is made in. */
final class Earlier {

	static final Set<Service> SERVICES = Set.of(Service.SHAREPOINT);

	private final SimulatedTenant tenant;
	private final Console console;

	Earlier(SimulatedTenant tenant, Console console) {
		this.tenant = tenant;
		this.console = console;
	}

	/** New keys are small, since it is not their making that is looked at. */
	void choseSmallKeys(boolean small) {
		if (small) {
			InstanceScope.INSTANCE.getNode(Choices.QUALIFIER).put(Choices.KEY_BITS, "2048");
		} else {
			InstanceScope.INSTANCE.getNode(Choices.QUALIFIER).remove(Choices.KEY_BITS);
		}
	}

	Cloud cloud() {
		return console.service(CloudCatalog.class).clouds().stream()
				.filter(each -> each.name().equals("Simulated tenant")).findFirst().orElseThrow();
	}

	PermissionProfile profile() {
		return console.service(ProfileCatalog.class).profiles().get(0);
	}

	CertificateEntry selfSigned(String name, int months) throws Exception {
		return console.store(console.service(SelfSignedIssuer.class).issue(new SelfSignedRequest(name, 2048, months),
				Cancellation.NEVER));
	}

	/** Somebody granted all that the console's profile asks for. */
	void granted(String applicationId) {
		for (PermissionNeed need : profile().permissions(SERVICES, cloud())) {
			tenant.directory().grant(applicationId, need.resource().name(), need.value());
		}
	}

	/** It was connected and proven, with a certificate that somebody registered. */
	Connection connected(String name, String applicationId, CertificateEntry certificate) throws Exception {
		tenant.directory().addCertificate(applicationId, certificate.certificate(), name);
		return saved(name, applicationId, certificate, profile());
	}

	/** It was connected by Latchkey, which registered the certificate and granted what the profile asks for. */
	Connection onboarded(String name, CertificateEntry certificate, PermissionProfile profile) throws Exception {
		RegistrationService registration = console.service(RegistrationService.class);
		Tenant contoso = new Tenant(cloud(), tenant.scenario().tenantId(), tenant.scenario().domain());
		RegistrationRequest request = new RegistrationRequest(contoso, Optional.empty(), SERVICES,
				tenant.scenario().applicationId(), ClientCertificates.of(certificate), profile);
		SignInRequest signIn = new SignInRequest(contoso, SignInMethod.DEVICE_CODE,
				Set.of(AdminScope.WRITE_APPLICATIONS, AdminScope.GRANT_PERMISSIONS, AdminScope.ASSIGN_ROLES));
		try (AdminSession session = registration.signIn(signIn,
				code -> tenant.deviceCodes().approve(code.userCode(), "admin@contoso.example"), null)) {
			RegistrationResult result = registration.apply(registration.plan(request, session, null), session, so -> {
			}, null);
			if (!result.complete()) {
				throw new AssertionError(result.toString());
			}
		}
		return saved(name, tenant.scenario().applicationId(), certificate, profile);
	}

	private Connection saved(String name, String applicationId, CertificateEntry certificate, PermissionProfile profile)
			throws Exception {
		return console.service(ConnectionService.class).save(new Connection(UUID.randomUUID(), 0, name, cloud().id(),
				tenant.scenario().tenantId(), tenant.scenario().domain(), Optional.empty(), applicationId, Optional.empty(),
				certificate.reference(), certificate.certificate().getNotAfter().toInstant(), List.of(), SERVICES, profile.id(),
				new Proof(State.CONNECTED, Optional.empty(), Proof.needs(profile, SERVICES, cloud()), Optional.empty())));
	}
}
