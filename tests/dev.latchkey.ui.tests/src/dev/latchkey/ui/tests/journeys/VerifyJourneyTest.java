package dev.latchkey.ui.tests.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.SelfSignedIssuer;
import dev.latchkey.certificate.SelfSignedRequest;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Connection.State;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.connection.Proof;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.ProfileCatalog;
import dev.latchkey.registration.Service;
import dev.latchkey.tenant.Fault;
import dev.latchkey.tenant.Faults;
import dev.latchkey.tenant.Origin;
import dev.latchkey.tenant.RequestMatcher;
import dev.latchkey.tenant.SimulatedTenant;
import dev.latchkey.tenant.TenantOptions;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.tests.WidgetDriver;
import dev.latchkey.ui.tests.Workbench;

/** Connections that were proven once are proven anew, against a tenant that has changed or does not answer. */
class VerifyJourneyTest {

	private static final String PROPERTIES = "Properties for Contoso";
	private static final String UNKNOWN = "99999999-0000-4000-8000-000000000000";

	private final Workbench workbench = new Workbench();
	private SimulatedTenant tenant;
	private Console console;
	private WidgetDriver driver;
	private CertificateEntry certificate;

	@BeforeEach
	void start() throws Exception {
		workbench.heighten();
		tenant = SimulatedTenant.start(TenantOptions.defaults());
		console = new Console(tenant);
		driver = console.driver();
		certificate = console.store(console.service(SelfSignedIssuer.class)
				.issue(new SelfSignedRequest("Long ago", 2048, 12), Cancellation.NEVER));
	}

	@AfterEach
	void stop() throws Exception {
		console.close();
		tenant.close();
		workbench.clear();
	}

	private Connection connect(String name, String application) throws ConnectionException {
		Cloud cloud = console.service(CloudCatalog.class).clouds().stream()
				.filter(each -> each.name().equals("Simulated tenant")).findFirst().orElseThrow();
		return console.service(ConnectionService.class).save(new Connection(UUID.randomUUID(), 0, name, cloud.id(),
				tenant.scenario().tenantId(), tenant.scenario().domain(), Optional.of("user@contoso.example"), application,
				Optional.empty(), certificate.reference(), certificate.certificate().getNotAfter().toInstant(), List.of(),
				Set.of(Service.SHAREPOINT), console.service(ProfileCatalog.class).profiles().get(0).id(),
				new Proof(State.CONNECTED, Optional.empty(), Set.of("proven once"), Optional.empty())));
	}

	private String row(String name) {
		return driver.rows(WidgetIds.ORGANIZATIONS).stream().filter(row -> row.startsWith(name)).findFirst().orElse("");
	}

	/** Nobody but its owner knows the certificate any more. */
	@Test
	void whatSomebodyChangedIsToldWithThoseWhoCould() throws Exception {
		connect("Contoso", tenant.scenario().applicationId());
		console.openView();
		driver.selectRow(WidgetIds.ORGANIZATIONS, "Contoso");
		driver.contextMenu(WidgetIds.ORGANIZATIONS, "Verify");
		driver.waitUntil("it is told", () -> driver.text(WidgetIds.ORGANIZATIONS_OUTCOME).startsWith("Contoso is not proven."));
		String drift = driver.text(WidgetIds.ORGANIZATIONS_REASONS);
		assertTrue(drift.matches("The certificate CN=Long ago was registered with the application and is not any more\\. "
				+ "Who can change that: .*Global Administrator.*"), drift);
		console.keepWindow("view-drift");
		Table table = driver.control(Table.class, WidgetIds.ORGANIZATIONS);
		assertTrue(driver.ask(() -> table.getSize().y > table.getHeaderHeight() + table.getItemHeight()), "the list stays in sight");
		driver.contextMenu(WidgetIds.ORGANIZATIONS, "Properties");
		driver.shell(PROPERTIES);
		driver.selectPage("Organization");
		driver.waitUntil("it is told", () -> driver.text(WidgetIds.PROPERTIES_DETAILS)
				.contains("Found when it was last verified:\n" + drift));
		console.keep("properties-drift", PROPERTIES);
		driver.clickText("Cancel");
	}

	@Test
	void cancellingLeavesTheRestAsItWasAndSaysSo() throws Exception {
		CountDownLatch hold = new CountDownLatch(1);
		String known = tenant.scenario().applicationId();
		Faults.Active held = tenant.faults().add(Fault.on(RequestMatcher.at(Origin.AUTHORITY).withMethod("POST").withBody(known))
				.before(() -> await(hold)));
		Connection refused = connect("Adatum", UNKNOWN);
		List<Connection> rest = new ArrayList<>();
		for (int number = 10; number < 20; number++) {
			rest.add(connect("Contoso " + number, known));
		}
		try {
			verifyAll();
			driver.waitUntil("one is refused, others wait", () -> row("Adatum").contains("Not verified") && held.met() > 0);
			verifying().cancel();
			driver.waitUntil("it is told", () -> driver.text(WidgetIds.ORGANIZATIONS_OUTCOME)
					.equals("Stopped after 1 of 11. Proven to work: 0."));
		} finally {
			hold.countDown();
		}
		assertTrue(driver.text(WidgetIds.ORGANIZATIONS_REASONS).startsWith("Adatum is not proven."));
		console.keepWindow("view-stopped");
		List<Connection> now = new ArrayList<>(console.connections());
		assertTrue(now.removeIf(connection -> connection.id().equals(refused.id())));
		assertEquals(rest, now);
	}

	private void verifyAll() {
		console.openView();
		driver.waitUntil("rows", () -> driver.rows(WidgetIds.ORGANIZATIONS).size() == 11);
		Table table = driver.control(Table.class, WidgetIds.ORGANIZATIONS);
		driver.start(() -> {
			table.selectAll();
			table.notifyListeners(SWT.Selection, new Event());
		});
		driver.contextMenu(WidgetIds.ORGANIZATIONS, "Verify");
	}

	/** As the list of what runs in the background shows it. */
	private static Job verifying() {
		return Arrays.stream(Job.getJobManager().find(null)).filter(job -> job.getName().startsWith("Verifying 11 organizations"))
				.findFirst().orElseThrow();
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
