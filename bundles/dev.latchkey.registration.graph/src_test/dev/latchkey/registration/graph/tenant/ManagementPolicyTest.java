package dev.latchkey.registration.graph.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonParser;

import dev.latchkey.registration.CredentialPolicy;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.graph.TestCertificate;
import dev.latchkey.registration.graph.tenant.ApplicationReader.Rules;

class ManagementPolicyTest {

	private static final Instant CREATED = Instant.parse("2024-06-01T00:00:00Z");
	private static final Rules NONE = new Rules(true, Optional.empty());

	private static Rules tenant(boolean enabled, String... restrictions) {
		return rules("applicationRestrictions", enabled, restrictions);
	}

	private static Rules assigned(boolean enabled, String... restrictions) {
		return rules("restrictions", enabled, restrictions);
	}

	private static Rules rules(String part, boolean enabled, String... restrictions) {
		return new Rules(true, Optional.of(JsonParser.parseString("{'displayName': '" + part + "', 'isEnabled': " + enabled
				+ ", '" + part + "': {'keyCredentials': [" + String.join(",", restrictions) + "]}}").getAsJsonObject()));
	}

	private static String lifetime(String max, String more) {
		return "{'restrictionType': 'asymmetricKeyLifetime', 'maxLifetime': '" + max + "', " + more + "}";
	}

	private static Optional<Duration> limit(Rules assigned, Rules tenant) {
		return ManagementPolicy.of(assigned, tenant, CREATED).flatMap(CredentialPolicy::longestLifetime);
	}

	@Test
	void aRestrictionInForceLimits() {
		assertEquals(Optional.of(Duration.ofDays(90)), limit(NONE, tenant(true, lifetime("P90D", "'state': 'enabled'"))));
		assertEquals(Optional.of(Duration.ofHours(36)),
				limit(NONE, tenant(true, lifetime("P1DT12H", "'state': 'enabled'"))));
		assertEquals(Optional.empty(), limit(NONE, tenant(true, lifetime("P90D", "'state': 'disabled'"))));
		assertEquals(Optional.empty(), limit(NONE, tenant(false, lifetime("P90D", "'state': 'enabled'"))));
		assertTrue(limit(NONE, tenant(true, lifetime("P1Y", "'state': 'enabled'"))).orElseThrow().toDays() >= 365);
	}

	@Test
	void olderApplicationsAreFree() {
		String later = "'state': 'enabled', 'restrictForAppsCreatedAfterDateTime': '2025-01-01T00:00:00Z'";
		String earlier = "'state': 'enabled', 'restrictForAppsCreatedAfterDateTime': '2014-01-01T00:00:00Z'";
		assertEquals(Optional.empty(), limit(NONE, tenant(true, lifetime("P90D", later))));
		assertEquals(Optional.of(Duration.ofDays(90)), limit(NONE, tenant(true, lifetime("P90D", earlier))));
	}

	@Test
	void theApplicationsOwnPolicyTakesThePlaceOfTheTenants() {
		Rules tenant = tenant(true, lifetime("P90D", "'state': 'enabled'"));
		assertEquals(Optional.of(Duration.ofDays(30)),
				limit(assigned(true, lifetime("P30D", "'state': 'enabled'")), tenant));
		assertEquals(Optional.empty(), limit(assigned(true), tenant));
		assertEquals(Optional.of(Duration.ofDays(90)), limit(assigned(false), tenant));
	}

	@Test
	void whatIsNotCertainIsLeftToGraph() {
		Rules tenant = tenant(true, lifetime("P90D", "'state': 'enabled'"));
		assertEquals(Optional.empty(), limit(Rules.UNKNOWN, tenant));
		assertEquals(Optional.empty(), limit(tenant, Rules.UNKNOWN));
		assertEquals(Optional.empty(), limit(NONE, tenant(true, lifetime("P90D", "'state': 'enabled', 'excludeActors':"
				+ " {'customSecurityAttributes': [{'id': 'a', 'operator': 'equals', 'value': 'b'}]}"))));
		assertEquals(Optional.empty(), limit(NONE, tenant(true, lifetime("soon", "'state': 'enabled'"))));
	}

	@Test
	void aCertificateOfItsOwnIsNotOfATrustedAuthority(@TempDir Path folder) throws Exception {
		CredentialPolicy policy = ManagementPolicy
				.of(NONE, tenant(true, "{'restrictionType': 'trustedCertificateAuthority', 'state': 'enabled'}"), CREATED)
				.orElseThrow();
		assertTrue(policy.trustedIssuers());
		Failure objection = ManagementPolicy.objection(policy, TestCertificate.make(folder, "own").certificate())
				.orElseThrow();
		assertEquals(Reason.CERTIFICATE_AGAINST_POLICY, objection.reason());
		assertEquals(List.of(), objection.arguments());
	}
}
