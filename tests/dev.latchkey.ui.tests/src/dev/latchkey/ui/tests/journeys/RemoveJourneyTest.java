package dev.latchkey.ui.tests.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.latchkey.connection.Connection.State;
import dev.latchkey.registration.Journal;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.tenant.SimulatedTenant;
import dev.latchkey.tenant.TenantOptions;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.tests.WidgetDriver;

/** An organization that Latchkey connected is removed: from the console alone, or with what was added to it. */
class RemoveJourneyTest {

	private static final String OTHERS = "Microsoft Graph/Application.ReadWrite.All";

	private SimulatedTenant tenant;
	private Console console;
	private WidgetDriver driver;
	private KilledConsole journal;
	private String before;
	private String connected;

	@BeforeEach
	void connect() throws Exception {
		tenant = SimulatedTenant.start(TenantOptions.defaults().withChanges("{\"deviceCode\": {\"interval\": 1}}"));
		console = new Console(tenant);
		driver = console.driver();
		journal = new KilledConsole();
		journal.forget();
		Earlier earlier = new Earlier(tenant, console);
		before = tenant.directory().state();
		earlier.onboarded("Contoso", earlier.selfSigned("Contoso", 12), earlier.profile());
		connected = tenant.directory().state();
		console.openView();
		console.remove("Contoso");
		driver.waitUntil("what was added", () -> driver.text(WidgetIds.REMOVE_ITEMS).contains("Certificate CN=Contoso"));
	}

	@AfterEach
	void stop() throws Exception {
		console.close();
		tenant.close();
		journal.forget();
	}

	private JournalRun run() throws Exception {
		return console.service(Journal.class).runs().get(0);
	}

	@Test
	void fromTheConsoleAloneChangesNothingElse() throws Exception {
		tenant.forgetExchanges();
		assertTrue(driver.checked(WidgetIds.REMOVE_CONSOLE));
		console.finish();
		assertEquals(List.of(), console.connections());
		driver.waitUntil("it is told", () -> driver.has(WidgetIds.ORGANIZATIONS_EMPTY));
		assertEquals(connected, tenant.directory().state());
		assertEquals(List.of(), tenant.exchanges());
		assertEquals(JournalRun.State.FINISHED, run().state());
	}

	@Test
	void whatWasAddedGoesAndWhatOthersDidStays() throws Exception {
		String shown = driver.text(WidgetIds.REMOVE_ITEMS);
		for (JournalRun.Change change : run().changes()) {
			assertTrue(shown.contains(change.title()), () -> change.title() + " in " + shown);
		}
		driver.click(WidgetIds.REMOVE_TENANT);
		console.next();
		assertEquals(connected, tenant.directory().state(), "shown first");
		console.signIn("apps@contoso.example");
		console.next();
		driver.waitUntil("refused in part", () -> driver.enabled(WidgetIds.REMOVE_RETRY));
		console.keep("journey-removed-partly");
		partsAreTold();
		tenant.directory().grant(tenant.scenario().applicationId(), "Microsoft Graph", "Application.ReadWrite.All");
		console.back();
		driver.click(WidgetIds.NEW_CODE);
		driver.waitUntil("another administrator", () -> !driver.enabledText("Next >"));
		console.signIn("admin@contoso.example");
		console.next();
		driver.waitUntil("taken back", () -> driver.text(WidgetIds.REMOVE_STATE).equals("What was added is gone."));
		assertEquals(State.NOT_VERIFIED, console.connections().get(0).state(), "it is still here");
		console.finish();
		assertEquals(List.of(), console.connections());
		assertTrue(tenant.directory().granted(tenant.scenario().applicationId()).contains(OTHERS), "somebody else's");
		tenant.directory().revoke(tenant.scenario().applicationId(), "Microsoft Graph", "Application.ReadWrite.All");
		assertEquals(before, tenant.directory().state());
		assertEquals(JournalRun.State.UNDONE, run().state());
	}

	/** An Application Administrator takes back all but the permissions of Microsoft Graph. */
	private void partsAreTold() {
		List<String> rows = driver.rows(WidgetIds.REMOVE_ACTIONS);
		assertTrue(rows.stream().anyMatch(row -> row.contains("CN=Contoso") && row.endsWith("| Taken back")), rows::toString);
		List<String> left = rows.stream().filter(row -> row.endsWith("| Failed")).toList();
		assertFalse(left.isEmpty());
		assertTrue(left.stream().allMatch(row -> row.startsWith("Microsoft Graph: ")), left::toString);
		assertTrue(driver.text(WidgetIds.REMOVE_STATE).contains("Privileged Role Administrator"),
				driver.text(WidgetIds.REMOVE_STATE));
		assertTrue(driver.text(WidgetIds.REMOVE_DETAILS).contains("Privileged Role Administrator"),
				driver.text(WidgetIds.REMOVE_DETAILS));
	}
}
