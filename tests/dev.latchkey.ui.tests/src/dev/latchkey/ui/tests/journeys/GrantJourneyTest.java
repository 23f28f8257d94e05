package dev.latchkey.ui.tests.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.SelfSignedIssuer;
import dev.latchkey.certificate.SelfSignedRequest;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Connection.State;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.connection.Proof;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.PermissionProfile.PermissionNeed;
import dev.latchkey.registration.PlanItem.GrantPermission;
import dev.latchkey.registration.ProfileCatalog;
import dev.latchkey.registration.Service;
import dev.latchkey.tenant.SimulatedTenant;
import dev.latchkey.tenant.TenantOptions;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.tests.WidgetDriver;

/** A vendor's profile has grown by one permission since the organization was connected. */
class GrantJourneyTest {

	private static final String NEW = "Sites.FullControl.All";
	private static final String PROPERTIES = "Properties for Contoso";
	private static final Set<Service> SERVICES = Set.of(Service.EXCHANGE, Service.SHAREPOINT);

	private SimulatedTenant tenant;
	private Console console;
	private WidgetDriver driver;
	private KilledConsole journal;

	@BeforeEach
	void start() throws Exception {
		tenant = SimulatedTenant.start(TenantOptions.defaults().withChanges("{\"deviceCode\": {\"interval\": 1}}"));
		console = new Console(tenant);
		driver = console.driver();
		journal = new KilledConsole();
		journal.forget();
		connectLongAgo();
	}

	@AfterEach
	void stop() throws Exception {
		console.close();
		tenant.close();
		journal.forget();
	}

	/** All that the profile asks for is in the tenant and was proven, apart from the one. */
	private void connectLongAgo() throws Exception {
		String application = tenant.scenario().applicationId();
		Cloud cloud = console.service(CloudCatalog.class).clouds().stream()
				.filter(each -> each.name().equals("Simulated tenant")).findFirst().orElseThrow();
		PermissionProfile profile = console.service(ProfileCatalog.class).profiles().get(0);
		CertificateEntry certificate = console.store(console.service(SelfSignedIssuer.class)
				.issue(new SelfSignedRequest("Long ago", 2048, 12), Cancellation.NEVER));
		tenant.directory().addCertificate(application, certificate.certificate(), "Long ago");
		for (PermissionNeed need : profile.permissions(SERVICES, cloud)) {
			if (!need.value().equals(NEW)) {
				tenant.directory().grant(application, need.resource().name(), need.value());
			}
		}
		tenant.directory().assignDirectoryRole(application, "Global Reader");
		Set<String> met = Proof.needs(profile, SERVICES, cloud).stream()
				.filter(need -> !need.equals(GrantPermission.id(grown(profile, cloud)))).collect(Collectors.toSet());
		console.service(ConnectionService.class).save(new Connection(UUID.randomUUID(), 0, "Contoso", cloud.id(),
				tenant.scenario().tenantId(), tenant.scenario().domain(), Optional.of("user@contoso.example"), application,
				Optional.empty(), certificate.reference(), certificate.certificate().getNotAfter().toInstant(), List.of(),
				SERVICES, profile.id(), new Proof(State.CONNECTED, Optional.empty(), met, Optional.empty())));
	}

	private static PermissionNeed grown(PermissionProfile profile, Cloud cloud) {
		return profile.permissions(SERVICES, cloud).stream().filter(need -> need.value().equals(NEW)).findFirst().orElseThrow();
	}

	private String row() {
		return driver.rows(WidgetIds.ORGANIZATIONS).stream().filter(row -> row.contains("Contoso")).findFirst().orElse("");
	}

	@Test
	void onlyTheDifferenceIsGrantedFromTheSignInOn() throws Exception {
		console.openView();
		driver.waitUntil("it is told", () -> row().contains("Needs permission"));
		console.grant("Contoso");
		console.waitForPage("Sign In");
		console.signIn("admin@contoso.example");
		console.next();
		console.waitForPage("Review");
		driver.waitUntil("the plan", () -> driver.enabledText("Next >"));
		console.keep("grant-review");
		List<String> toDo = driver.rows(WidgetIds.REVIEW_ITEMS).stream().filter(row -> row.contains("Will be added")).toList();
		assertEquals(2, toDo.size(), toDo.toString());
		assertTrue(toDo.get(0).contains("Permission list") && toDo.get(1).contains(NEW), toDo.toString());
		console.next();
		console.waitForPage("Connect");
		driver.waitUntil("proof", () -> driver.enabledText("Finish"));
		console.finish();
		driver.waitUntil("it is told", () -> row().contains("Connected"));
		assertTrue(tenant.directory().granted(tenant.scenario().applicationId()).stream().anyMatch(each -> each.endsWith(NEW)));
		theHistorySaysSo();
	}

	private void theHistorySaysSo() {
		driver.selectRow(WidgetIds.ORGANIZATIONS, "Contoso");
		driver.contextMenu(WidgetIds.ORGANIZATIONS, "Properties");
		driver.shell(PROPERTIES);
		driver.selectPage("History");
		driver.waitUntil("history", () -> driver.rows(WidgetIds.PROPERTIES_HISTORY).stream().anyMatch(row -> row.contains(NEW)));
		console.keep("properties-history", PROPERTIES);
		assertEquals(1, driver.rows(WidgetIds.PROPERTIES_HISTORY).stream().filter(row -> !row.startsWith("  ")).count());
		driver.selectPage("Permissions");
		driver.waitUntil("permissions", () -> driver.rows(WidgetIds.PROPERTIES_PERMISSIONS).size() > 5);
		console.keep("properties-permissions", PROPERTIES);
		driver.selectPage("Certificate");
		driver.waitUntil("certificate", () -> driver.text("properties.subject").contains("Long ago"));
		console.keep("properties-certificate", PROPERTIES);
		driver.selectPage("Organization");
		driver.waitUntil("organization", () -> driver.text("properties.tenant").equals(tenant.scenario().tenantId()));
		console.keep("properties-organization", PROPERTIES);
		driver.clickText("Cancel");
	}
}
