package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.ProfileCatalog;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.Verification;

/** Each of our profiles connects an organization, and asks for nothing that it does not have. */
class OurProfilesTest extends TenantTest {

	static List<String> ids() {
		return Services.get(ProfileCatalog.class).profiles().stream().map(PermissionProfile::id).toList();
	}

	@ParameterizedTest
	@MethodSource("ids")
	void connectsAllServices(String id) throws Exception {
		PermissionProfile profile = Services.get(ProfileCatalog.class).find(id).orElseThrow();
		RegistrationRequest request = new RegistrationRequest(contoso(), Optional.of(ADMIN), EnumSet.allOf(Service.class),
				tenant.scenario().applicationId(), certificate, profile);

		RegistrationResult result = register(request, signIn(ADMIN));
		assertTrue(result.complete(), result::toString);
		Verification verification = verify(request, Optional.of(result));
		assertTrue(verification.proven(), verification::toString);

		TreeSet<String> told = new TreeSet<>();
		verification.checks().forEach(check -> told.addAll(check.granted()));
		TreeSet<String> asked = new TreeSet<>();
		profile.permissions(request.services(), cloud())
				.forEach(need -> asked.add(need.resource().name() + ": " + need.value()));
		assertEquals(asked, told);
	}
}
