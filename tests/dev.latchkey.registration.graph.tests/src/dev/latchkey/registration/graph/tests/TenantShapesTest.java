package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.ItemResult;
import dev.latchkey.registration.ItemResult.Outcome;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.PlanItem;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.Resource;
import dev.latchkey.registration.Service;

/** Tenants in which something is missing or otherwise. */
class TenantShapesTest extends TenantTest {

	@Test
	void anApplicationWithoutServicePrincipalGetsOne() throws Exception {
		RegistrationRequest request = request(tenant.scenario().applicationIds().get("orphan"));
		AdminSession session = signIn(ADMIN);
		RegistrationPlan plan = service.plan(request, session, null);
		assertTrue(plan.items().stream().anyMatch(item -> item instanceof PlanItem.CreateServicePrincipal create
				&& create.appId().equals(request.applicationId())));
		assertTrue(apply(plan, session).complete());
		assertTrue(verify(request, Optional.empty()).proven());
	}

	@Test
	void aResourceWithoutServicePrincipalGetsOne() throws Exception {
		tenant.directory().removeServicePrincipal(Resource.SHAREPOINT_ONLINE.appId());
		RegistrationRequest request = request(Service.SHAREPOINT);
		AdminSession session = signIn(ADMIN);
		RegistrationPlan plan = service.plan(request, session, null);
		RegistrationResult result = apply(plan, session);
		ItemResult created = item(result, "service-principal:" + Resource.SHAREPOINT_ONLINE.appId());
		assertEquals(Outcome.DONE, created.outcome());
		assertTrue(result.complete(), result::toString);
		assertTrue(verify(request, Optional.empty()).proven());
	}

	@Test
	void anUnknownApplicationIsNamedWithTheDomain() throws Exception {
		RegistrationRequest request = request(tenant.scenario().unknownApplicationId());
		AdminSession session = signIn(ADMIN);
		RegistrationException thrown = refused(Reason.APPLICATION_NOT_FOUND,
				() -> service.plan(request, session, null));
		assertEquals(List.of(tenant.scenario().unknownApplicationId(), "contoso.example"),
				thrown.failure().arguments());
		assertEquals(Reason.APPLICATION_NOT_FOUND,
				verify(request, Optional.empty()).checks().get(0).failure().orElseThrow().reason());
	}

	@Test
	void aDisabledApplicationIsSaid() throws Exception {
		RegistrationRequest request = request(tenant.scenario().applicationIds().get("disabled"), Service.SHAREPOINT);
		AdminSession session = signIn(ADMIN);
		refused(Reason.APPLICATION_DISABLED, () -> service.plan(request, session, null));
		tenant.directory().addCertificate(request.applicationId(), certificate.certificate(), "Ours");
		assertEquals(Reason.APPLICATION_DISABLED,
				verify(request, Optional.empty()).checks().get(0).failure().orElseThrow().reason());
	}

	@Test
	void anUnknownPermissionIsNotPossibleAndTheRestIsDone() throws Exception {
		RegistrationRequest good = request(Service.SHAREPOINT);
		RegistrationRequest request = new RegistrationRequest(good.tenant(), Optional.empty(), good.services(),
				good.applicationId(), good.certificate(), new WithUnknownPermission(good.profile()));
		RegistrationResult result = register(request, signIn(ADMIN));
		String id = "grant:" + Resource.MICROSOFT_GRAPH.appId() + ":Nothing.Like.This";
		assertEquals(List.of(id), ids(result, Outcome.NOT_ATTEMPTED));
		assertEquals(Reason.PERMISSION_UNKNOWN, item(result, id).failure().orElseThrow().reason());
		assertEquals(List.of(), ids(result, Outcome.FAILED));
	}

	@Test
	void thePolicyOfTheTenantIsSaid() throws Exception {
		tenant.directory().limitCertificateLifetime(Optional.of(Duration.ofDays(365)));
		RegistrationRequest request = request(tenant.scenario().applicationId(), Certificates.longLived(),
				Service.SHAREPOINT);
		RegistrationResult result = register(request, signIn(ADMIN));
		assertEquals(List.of("certificate"), ids(result, Outcome.FAILED));
		assertEquals(Reason.CERTIFICATE_AGAINST_POLICY,
				item(result, "certificate").failure().orElseThrow().reason());
	}

	/** A vendor's profile with a mistake in it. */
	private record WithUnknownPermission(PermissionProfile good) implements PermissionProfile {

		@Override
		public String id() {
			return "test";
		}

		@Override
		public String name() {
			return "Test";
		}

		@Override
		public String vendor() {
			return "Nobody";
		}

		@Override
		public List<PermissionNeed> permissions(Set<Service> services, Cloud cloud) {
			return java.util.stream.Stream.concat(good.permissions(services, cloud).stream(),
					java.util.stream.Stream.of(new PermissionNeed(Resource.MICROSOFT_GRAPH, "Nothing.Like.This",
							services, "tests")))
					.toList();
		}

		@Override
		public List<DirectoryRoleNeed> directoryRoles(Set<Service> services, Cloud cloud) {
			return good.directoryRoles(services, cloud);
		}
	}
}
