package dev.latchkey.ui.tests.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.Resource;
import dev.latchkey.registration.Service;
import dev.latchkey.tenant.SimulatedTenant;
import dev.latchkey.tenant.TenantOptions;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.tests.WidgetDriver;
import dev.latchkey.ui.tests.Workbench;

/** A vendor's profile asks for another permission now, and for one of those before no more. */
class RevocationJourneyTest {

	private static final String KEPT = "Directory.Read.All";
	private static final String UNUSED = "Sites.Read.All";
	private static final String NEW = "MailboxItem.Read.All";

	private final ChangingProfile profile = new ChangingProfile();
	private SimulatedTenant tenant;
	private Console console;
	private WidgetDriver driver;
	private KilledConsole journal;
	private ServiceRegistration<PermissionProfile> registered;

	private static final class ChangingProfile implements PermissionProfile {

		private volatile List<String> values = List.of(KEPT, UNUSED);

		@Override
		public String id() {
			return "com.example.changing";
		}

		@Override
		public String name() {
			return "Changing";
		}

		@Override
		public String vendor() {
			return "Example Ltd.";
		}

		@Override
		public List<PermissionNeed> permissions(Set<Service> services, Cloud cloud) {
			return values.stream().map(value -> new PermissionNeed(Resource.MICROSOFT_GRAPH, value, services, "")).toList();
		}

		@Override
		public List<DirectoryRoleNeed> directoryRoles(Set<Service> services, Cloud cloud) {
			return List.of();
		}
	}

	@BeforeEach
	void start() throws Exception {
		registered = FrameworkUtil.getBundle(RevocationJourneyTest.class).getBundleContext()
				.registerService(PermissionProfile.class, profile, null);
		tenant = SimulatedTenant.start(TenantOptions.defaults().withChanges("{\"deviceCode\": {\"interval\": 1}}"));
		// A view that is open does not ask again what a profile wants that changes by itself.
		new Workbench().clear();
		console = new Console(tenant);
		driver = console.driver();
		journal = new KilledConsole();
		journal.forget();
		Earlier earlier = new Earlier(tenant, console);
		earlier.onboarded("Contoso", earlier.selfSigned("Contoso", 12), profile);
	}

	@AfterEach
	void stop() throws Exception {
		console.close();
		tenant.close();
		journal.forget();
		registered.unregister();
	}

	private List<String> granted() {
		return tenant.directory().granted(tenant.scenario().applicationId());
	}

	private String item(String part) {
		return driver.rows(WidgetIds.REVIEW_ITEMS).stream().filter(row -> row.contains(part)).findFirst().orElse("");
	}

	/** Shows the parts of the first line. */
	private void expand(String id) {
		Tree tree = driver.control(Tree.class, id);
		driver.display().syncExec(() -> {
			Event event = new Event();
			event.item = tree.getItem(0);
			tree.notifyListeners(SWT.Expand, event);
		});
	}

	@Test
	void whatNothingAsksForAnyMoreIsRevokedOnlyWhenItIsTicked() throws Exception {
		List<String> before = granted();
		int certificates = tenant.directory().certificates(tenant.scenario().applicationId()).size();
		profile.values = List.of(KEPT, NEW);
		console.openView();
		driver.waitUntil("it is told", () -> console.row("Contoso").contains("Needs permission"));
		console.grant("Contoso");
		console.waitForPage("Sign In");
		console.signIn("admin@contoso.example");
		console.next();
		console.waitForPage("Review");
		driver.waitUntil("the plan", () -> driver.enabledText("Next >"));
		assertEquals(List.of(), driver.tickedRows(WidgetIds.REVIEW_EXPIRED));
		assertTrue(item(UNUSED).contains("Stays as it is"), item(UNUSED));
		driver.tickRow(WidgetIds.REVIEW_EXPIRED, UNUSED);
		driver.waitUntil("it is told", () -> item(UNUSED).contains("Will be removed"));
		console.keep("journey-revoke");
		console.next();
		console.waitForPage("Connect");
		driver.waitUntil("proof", () -> driver.enabledText("Finish"));
		expand(WidgetIds.CONNECT_ACTIONS);
		assertTrue(driver.rows(WidgetIds.CONNECT_ACTIONS).stream()
				.anyMatch(row -> row.startsWith("  Take back Microsoft Graph: " + UNUSED + " | Done")),
				() -> driver.text(WidgetIds.CONNECT_ACTIONS));
		console.finish();
		driver.waitUntil("connected again", () -> console.row("Contoso").contains("| Connected |"));
		assertFalse(granted().contains("Microsoft Graph/" + UNUSED));
		assertTrue(granted().contains("Microsoft Graph/" + NEW));
		assertEquals(before.size(), granted().size(), "one came, one went");
		assertEquals(certificates, tenant.directory().certificates(tenant.scenario().applicationId()).size(), "unticked");
	}
}
