package dev.latchkey.ui.tests.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.Thumbprint;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.tenant.SimulatedTenant;
import dev.latchkey.tenant.TenantOptions;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.tests.WidgetDriver;

/** Certificates that end are renewed from the view, by the application itself or by an administrator. */
class RenewJourneyTest {

	private static final String SECOND = "5d0a1c1e-6a0e-4d9e-9c55-0f3d5c8f1b77";
	private static final String SCENARIO = """
			{"deviceCode": {"interval": 1}, "tenants": {"contoso": {"applications": {"second": {
			  "displayName": "Second", "appId": "%s", "id": "0f0b2f8a-6b1a-4b9f-8d06-0d3b0f0c9c11",
			  "servicePrincipal": "a4c6e2d0-0d3e-4f3b-8a35-6f1c2f7d9e55"}}}}}""".formatted(SECOND);

	@TempDir
	private Path folder;
	private SimulatedTenant tenant;
	private Console console;
	private WidgetDriver driver;
	private Earlier earlier;
	private KilledConsole journal;

	@BeforeEach
	void start() throws Exception {
		tenant = SimulatedTenant.start(TenantOptions.defaults().withChanges(SCENARIO));
		console = new Console(tenant);
		driver = console.driver();
		journal = new KilledConsole();
		journal.forget();
		earlier = new Earlier(tenant, console);
		earlier.choseSmallKeys(true);
		earlier.granted(application());
	}

	@AfterEach
	void stop() throws Exception {
		earlier.choseSmallKeys(false);
		console.close();
		tenant.close();
		journal.forget();
	}

	private String application() {
		return tenant.scenario().applicationId();
	}

	private Set<String> registered(String applicationId) {
		return tenant.directory().certificates(applicationId).stream().map(Thumbprint::sha256).collect(Collectors.toSet());
	}

	private Connection now(Connection connection) throws Exception {
		return console.service(ConnectionService.class).find(connection.id()).orElseThrow();
	}

	private boolean somebodySignedIn() {
		return tenant.exchanges().stream().anyMatch(said -> said.uri().getPath().endsWith("/devicecode"));
	}

	private void assertRenewed(Connection before) throws Exception {
		Connection now = now(before);
		assertNotEquals(before.certificate(), now.certificate());
		assertTrue(now.certificateEnds().isAfter(before.certificateEnds()));
		assertEquals(List.of(before.certificate()), now.retired().stream().map(each -> each.certificate()).toList());
		assertTrue(registered(now.applicationId())
				.containsAll(List.of(before.certificate().sha256(), now.certificate().sha256())));
	}

	@Test
	void theApplicationItselfRenewsWhatEndsSoon() throws Exception {
		Connection contoso = earlier.connected("Contoso", application(), earlier.selfSigned("Contoso", 1));
		String before = tenant.directory().state();
		console.openView();
		driver.waitUntil("it is told", () -> console.row("Contoso").contains("Ends in "));
		console.renew("Contoso");
		assertTrue(driver.checked(WidgetIds.RENEW_ITSELF));
		console.next();
		driver.waitUntil("renewed", () -> driver.text(WidgetIds.RENEW_STATE).equals("Renewed."));
		console.keep("journey-renewed");
		console.finish();
		assertRenewed(contoso);
		assertEquals(Connection.State.CONNECTED, now(contoso).state());
		assertTrue(now(contoso).proof().verified().isPresent(), "proven with the next one");
		Untouched.assertOnlyAdded(before, tenant.directory().state());
		driver.waitUntil("it is told", () -> console.row("Contoso").contains("| Connected |"));
		assertEquals(false, somebodySignedIn());
	}

	@Test
	void oneThatFailsStopsNoOtherAndIsTold() throws Exception {
		String off = tenant.scenario().applicationIds().get("disabled");
		earlier.granted(SECOND);
		Connection contoso = earlier.connected("Contoso", application(), earlier.selfSigned("Contoso", 1));
		Connection disabled = earlier.connected("Disabled", off, earlier.selfSigned("Disabled", 1));
		Connection second = earlier.connected("Second", SECOND, earlier.selfSigned("Second", 1));
		console.openView();
		console.renew("Contoso", "Disabled", "Second");
		console.next();
		driver.waitUntil("over", () -> driver.text(WidgetIds.RENEW_STATE).startsWith("2 of 3 renewed"));
		console.keep("journey-renewed-partly");
		assertEquals(List.of("Contoso | Done", "Disabled | Failed", "Second | Done"), driver.rows(WidgetIds.RENEW_ACTIONS));
		assertTrue(driver.text(WidgetIds.RENEW_DETAILS).contains("disabled"), driver.text(WidgetIds.RENEW_DETAILS));
		console.finish();
		assertRenewed(contoso);
		assertRenewed(second);
		assertEquals(disabled, now(disabled));
		assertEquals(Set.of(disabled.certificate().sha256()), registered(off));
	}

	@Test
	void anAdministratorRenewsWhatHasEnded() throws Exception {
		KeyFiles files = new KeyFiles(folder);
		CertificateEntry ended = console.store(files.material(files.ended("Ended", "changed-it"), "changed-it"));
		Connection contoso = earlier.connected("Contoso", application(), ended);
		String before = tenant.directory().state();
		console.openView();
		driver.waitUntil("it is told", () -> console.row("Contoso").contains("| Expired |"));
		console.renew("Contoso");
		assertTrue(driver.checked(WidgetIds.RENEW_ADMINISTRATOR));
		console.next();
		console.signIn("apps@contoso.example");
		console.next();
		driver.waitUntil("renewed", () -> driver.text(WidgetIds.RENEW_STATE).equals("Renewed."));
		console.finish();
		assertRenewed(contoso);
		Untouched.assertOnlyAdded(before, tenant.directory().state());
		driver.waitUntil("it is told", () -> console.row("Contoso").contains("| Connected |"));
	}
}
