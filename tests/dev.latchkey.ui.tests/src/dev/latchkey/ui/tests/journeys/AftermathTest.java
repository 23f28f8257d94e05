package dev.latchkey.ui.tests.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.latchkey.connection.Connection;
import dev.latchkey.registration.Journal;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.tenant.Fault;
import dev.latchkey.tenant.Faults;
import dev.latchkey.tenant.Origin;
import dev.latchkey.tenant.RequestMatcher;
import dev.latchkey.tenant.SimulatedTenant;
import dev.latchkey.tenant.TenantOptions;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.tests.WidgetDriver;

/** What becomes of a tenant when one administrator can't do it all, changes the mind, or loses the console. */
class AftermathTest {

	private static final String REGION = "Simulated tenant";

	@TempDir
	private Path folder;
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
	}

	@AfterEach
	void stop() throws Exception {
		console.close();
		tenant.close();
		journal.forget();
	}

	@Test
	void whatOneMayNotDoIsHandedOverAndDoneByAnother() throws Exception {
		String before = tenant.directory().state();
		fill();
		console.signIn("apps@contoso.example");
		console.next();
		console.waitForPage("Review");
		driver.waitUntil("the plan", () -> driver.enabledText("Next >"));
		console.next();
		console.waitForPage("Connect");
		driver.waitUntil("a part is done", () -> driver.enabled(WidgetIds.CONNECT_OTHER));
		console.keep("journey-partly");
		assertTrue(driver.text(WidgetIds.CONNECT_STATE).contains("Left for a Privileged Role Administrator"),
				driver.text(WidgetIds.CONNECT_STATE));

		Path packet = folder.resolve("packet.zip");
		driver.click(WidgetIds.CONNECT_HAND_OVER);
		driver.type(WidgetIds.DOCUMENT_PATH, packet.toString());
		driver.clickText("Finish");
		console.waitForMessage("Written to packet.zip");
		assertTrue(Files.size(packet) > 0);

		driver.click(WidgetIds.CONNECT_OTHER);
		console.signIn("roles@contoso.example");
		console.next();
		console.waitForPage("Review");
		driver.waitUntil("the rest", () -> driver.enabledText("Next >"));
		console.keep("journey-rest");
		console.next();
		console.waitForPage("Connect");
		driver.waitUntil("proof", () -> driver.enabledText("Finish"));
		console.finish();

		assertEquals(Connection.State.CONNECTED, console.connections().get(0).state());
		assertEquals(1, console.service(Journal.class).runs().size());
		Untouched.assertOnlyAdded(before, tenant.directory().state());
	}

	@Test
	void cancellingInTheMiddleCanTakeEverythingBack() throws Exception {
		String before = tenant.directory().state();
		CountDownLatch hold = new CountDownLatch(1);
		Faults.Active held = tenant.faults()
				.add(Fault.on(RequestMatcher.at(Origin.GRAPH).withMethod("POST").withPath("/appRoleAssign")).before(() -> await(hold)));
		fill();
		console.signIn("admin@contoso.example");
		console.next();
		console.waitForPage("Review");
		driver.waitUntil("the plan", () -> driver.enabledText("Next >"));
		console.next();
		console.waitForPage("Connect");
		driver.waitUntil("a write is under way", () -> held.met() > 0);
		driver.clickText("Cancel");
		driver.waitUntil("it is stopping", () -> driver.text(WidgetIds.CONNECT_STATE).startsWith("Stopping"));
		hold.countDown();
		driver.shell("Changes Were Made");
		assertFalse(before.equals(tenant.directory().state()));
		driver.clickText("Undo Changes");
		takenBack(before);
	}

	@Test
	void anInterruptedRunIsOfferedAndTakenBack() throws Exception {
		String before = tenant.directory().state();
		fill();
		console.signIn("admin@contoso.example");
		console.next();
		console.waitForPage("Review");
		driver.waitUntil("the plan", () -> driver.enabledText("Next >"));
		console.next();
		console.waitForPage("Connect");
		driver.waitUntil("proof", () -> driver.enabledText("Finish"));
		driver.clickText("Cancel");
		driver.shell("Changes Were Made");
		driver.clickText("Keep Changes");
		driver.waitUntil("the wizard is closed", () -> !driver.hasShell(Console.WIZARD));
		journal.cutOff();

		console.openWizard();
		console.waitForPage("Interrupted");
		console.keep("journey-interrupted");
		driver.click(WidgetIds.INTERRUPTED_UNDO);
		console.next();
		console.signIn("admin@contoso.example");
		console.next();
		takenBack(before);
	}

	private void takenBack(String before) throws Exception {
		console.waitForPage("Undo");
		driver.waitUntil("it is taken back", () -> driver.enabledText("Finish"));
		console.keep("journey-undone");
		console.finish();
		assertEquals(before, tenant.directory().state());
		assertEquals(List.of(JournalRun.State.UNDONE),
				console.service(Journal.class).runs().stream().map(JournalRun::state).toList());
		assertTrue(console.connections().isEmpty());
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private void fill() {
		console.openWizard();
		driver.select(WidgetIds.REGION, REGION);
		console.next();
		console.waitForPage("Application");
		driver.type(WidgetIds.ACCOUNT, "user@contoso.example");
		driver.type(WidgetIds.APPLICATION_ID, tenant.scenario().applicationId());
		console.selectCertificate(console::next);
		driver.waitUntil("Next", () -> driver.enabledText("Next >"));
		console.next();
	}
}
