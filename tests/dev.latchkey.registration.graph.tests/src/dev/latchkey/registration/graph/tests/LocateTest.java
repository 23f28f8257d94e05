package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.Tenant;

/** A tenant is found before anyone signs in, or it is said why not. */
class LocateTest extends TenantTest {

	@ParameterizedTest
	@ValueSource(strings = { "contoso.example", "contoso.onmicrosoft.com", "6fa3ae01-7051-4bb2-8e10-30bdf3684478" })
	void everyNameOfATenantFindsIt(String name) throws Exception {
		Tenant found = service.locate(cloud(), name, null);
		assertEquals(tenant.scenario().tenantId(), found.id());
		assertEquals(name, found.domain());
	}

	@ParameterizedTest
	@ValueSource(strings = { "nobody.example", "not a domain" })
	void unknownNamesAreSaidWithTheRegion(String name) {
		RegistrationException thrown = refused(Reason.TENANT_NOT_FOUND, () -> service.locate(cloud(), name, null));
		assertTrue(thrown.getLocalizedMessage().contains(name), thrown.getLocalizedMessage());
		assertTrue(thrown.getLocalizedMessage().contains(cloud().name()), thrown.getLocalizedMessage());
	}

	@Test
	void theOtherCloudIsNamed() {
		RegistrationException thrown = refused(Reason.WRONG_CLOUD,
				() -> service.locate(cloud(), "litware.example", null));
		assertEquals(List.of("litware.example", cloud().name(), "US Government L4 (GCC High)"),
				thrown.failure().arguments());
	}

	@Test
	void anotherCloudThatIsNotNamedIsStillAnother() {
		RegistrationException thrown = refused(Reason.WRONG_CLOUD,
				() -> service.locate(cloud(), "northwind.example", null));
		assertEquals("AADSTS90038", thrown.failure().code());
	}
}
