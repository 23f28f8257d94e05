package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.Tenant;
import dev.latchkey.tenant.Endpoints;
import dev.latchkey.tenant.SimulatedTenant;
import dev.latchkey.tenant.TenantOptions;

/** Two clouds, and the one where a tenant lives is found. */
class DetectTest extends TenantTest {

	private static final String EMPTY = "{\"tenants\": {\"contoso\": {\"domains\": [\"other.example\", \"other.onmicrosoft.com\"],"
			+ " \"id\": \"11111111-7051-4bb2-8e10-30bdf3684478\"}}, \"elsewhere\": %s}";

	private SimulatedTenant other;

	@BeforeEach
	void startOther() throws IOException {
		String home = tenant.endpoints().authority().getAuthority();
		other = SimulatedTenant.start(TenantOptions.defaults().withChanges(String.format(EMPTY,
				"{\"named.example\": {\"id\": \"22222222-7051-4bb2-8e10-30bdf3684478\", \"answer\": \"configuration\","
						+ " \"region\": \"EU\", \"cloud\": \"" + home + "\"},"
						+ " \"contoso.onmicrosoft.com\": {\"id\": \"" + tenant.scenario().tenantId()
						+ "\", \"answer\": \"configuration\", \"region\": \"EU\", \"cloud\": \"" + home + "\"}}")));
	}

	@AfterEach
	void stopOther() {
		other.close();
	}

	private Cloud otherCloud() {
		Endpoints there = other.endpoints();
		return new Cloud("other", "Other", there.authority(), there.graph(), there.exchange(),
				there.sharepoint().toString(), there.devicePage(), there.portal(), true, List.of(other.ca()));
	}

	private Tenant detect(String domain) throws RegistrationException {
		return service.detect(List.of(otherCloud(), cloud()), domain, null);
	}

	@ParameterizedTest
	@ValueSource(strings = { "contoso.example", "contoso.onmicrosoft.com", "6fa3ae01-7051-4bb2-8e10-30bdf3684478" })
	void everyNameLeadsToTheTenantsHome(String name) throws Exception {
		Tenant found = detect(name);
		assertEquals(cloud(), found.cloud());
		assertEquals(tenant.scenario().tenantId(), found.id());
		assertEquals(name, found.domain());
	}

	@Test
	void theFirstCloudIsTheOnlyOneThatHearsOfItsOwnTenants() throws Exception {
		tenant.forgetExchanges();
		assertEquals(otherCloud(), detect("other.example").cloud());
		assertTrue(tenant.exchanges().isEmpty());
	}

	@Test
	void aHomeThatIsNotOfferedIsNamed() {
		RegistrationException thrown = refused(Reason.WRONG_CLOUD,
				() -> service.detect(List.of(cloud()), "litware.example", null));
		assertEquals("US Government L4 (GCC High)", thrown.failure().arguments().get(2));
	}

	@Test
	void aHomeThatDoesNotKnowItIsNone() {
		refused(Reason.TENANT_NOT_FOUND, () -> detect("named.example"));
	}

	@Test
	void nobodyKnowsIt() {
		RegistrationException thrown = refused(Reason.TENANT_NOT_FOUND, () -> detect("nobody.example"));
		assertTrue(thrown.getLocalizedMessage().contains("any region"), thrown.getLocalizedMessage());
	}

	@Test
	void aCloudThatIsSilentDoesNotStopTheOthers() throws Exception {
		setting(CloudCatalog.ANSWER_SECONDS, "1");
		other.latency(Duration.ofSeconds(30));
		assertEquals(cloud(), detect("contoso.example").cloud());
		refused(Reason.TIMED_OUT, () -> detect("nobody.example"));
	}

	@Test
	void cancelEndsIt() throws Exception {
		other.latency(Duration.ofSeconds(30));
		Cancelling.afterMillis(300, monitor -> service.detect(List.of(otherCloud(), cloud()), "contoso.example", monitor));
	}
}
