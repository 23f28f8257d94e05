package dev.latchkey.tenant;

import static dev.latchkey.tenant.TenantClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioTest {

	@Test
	void theDefaultHoldsWhatItPromises() throws IOException {
		try (SimulatedTenant tenant = SimulatedTenant.start(TenantOptions.defaults())) {
			Scenario scenario = tenant.scenario();
			List<X509Certificate> certificates = tenant.directory().certificates(scenario.applicationId());
			assertEquals(2, certificates.size());
			assertTrue(certificates.get(0).getNotAfter().before(new Date()), "one has expired");
			assertTrue(certificates.get(1).getNotAfter().after(new Date()));
			assertEquals(
					List.of("Microsoft Graph/Files.ReadWrite.All", "Microsoft Graph/Group.Read.All",
							"Microsoft Graph/User.Read.All"),
					tenant.directory().granted(scenario.applicationId()));
			assertEquals(List.of("Global Administrator"), tenant.directory().directoryRoles("admin@contoso.example"));
			assertEquals(List.of("litware.example", "northwind.example"), scenario.foreignDomains());
			assertEquals("fabrikam.example", scenario.otherDomains().get(0));
			assertNotEquals(scenario.tenantId(), scenario.account("admin@fabrikam.example").tenantId());
			assertThrows(IllegalArgumentException.class, () -> scenario.account("nobody@contoso.example"));
		}
	}

	@Test
	void aFileChangesTheDefault(@TempDir Path folder) throws IOException {
		Path file = folder.resolve("scenario.json");
		Files.writeString(file, """
				{
				  "deviceCode": {"interval": 1},
				  "pageSize": 1,
				  "tenants": {
				    "contoso": {
				      "displayName": "Adatum",
				      "maxCertificateLifetime": "P180D",
				      "resources": ["Microsoft Graph"],
				      "accounts": {
				        "user@contoso.example": null,
				        "helper@contoso.example": {"displayName": "Hal Helper", "roles": ["Global Reader"]}
				      }
				    }
				  }
				}
				""");
		try (SimulatedTenant tenant = SimulatedTenant.start(TenantOptions.defaults().withScenario(file))) {
			assertEquals("Adatum", tenant.scenario().displayName());
			assertThrows(IllegalArgumentException.class, () -> tenant.scenario().account("user@contoso.example"));
			assertEquals(List.of("Global Reader"), tenant.directory().directoryRoles("helper@contoso.example"));
			TenantClient client = new TenantClient(tenant);
			assertEquals(1, client.deviceCode("User.Read").get("interval").getAsInt());
			String token = client.adminToken();
			assertTrue(json(client.graph(token, "/applications")).has("@odata.nextLink"));
			assertTrue(json(client.graph(token, "/policies/defaultAppManagementPolicy")).get("isEnabled").getAsBoolean());
			assertFalse(client.graph(token, "/servicePrincipals").body().contains("Office 365 Exchange Online"));
		}
	}

	@Test
	void equalDirectoriesGiveEqualTexts() throws IOException {
		try (SimulatedTenant tenant = SimulatedTenant.start(TenantOptions.defaults())) {
			String id = tenant.scenario().applicationId();
			String before = tenant.directory().state();
			tenant.directory().grant(id, "Office 365 Exchange Online", "full_access_as_app");
			assertNotEquals(before, tenant.directory().state());
			tenant.directory().revoke(id, "Office 365 Exchange Online", "full_access_as_app");
			assertEquals(before, tenant.directory().state());
		}
	}

	@Test
	void exchangesAreKept() throws IOException {
		try (SimulatedTenant tenant = SimulatedTenant.start(TenantOptions.defaults())) {
			TenantClient client = new TenantClient(tenant);
			client.graph(client.adminToken(), "/me");
			List<RecordedExchange> said = tenant.exchanges();
			assertEquals(3, said.size());
			assertEquals(Origin.GRAPH, said.get(2).origin());
			assertEquals(200, said.get(2).status());
			tenant.forgetExchanges();
			assertTrue(tenant.exchanges().isEmpty());
		}
	}
}
