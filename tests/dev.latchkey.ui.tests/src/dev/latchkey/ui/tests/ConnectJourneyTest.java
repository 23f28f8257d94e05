package dev.latchkey.ui.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.tenant.SimulatedTenant;
import dev.latchkey.tenant.TenantOptions;
import dev.latchkey.ui.internal.WidgetIds;

/** From the menu to the view, with everything real but Microsoft. */
class ConnectJourneyTest {

	private final Workbench workbench = new Workbench();
	private final WidgetDriver driver = workbench.driver();
	private final Screenshots screenshots = new Screenshots(driver);
	private SimulatedTenant tenant;

	@BeforeEach
	void start() throws IOException {
		tenant = SimulatedTenant.start(TenantOptions.defaults());
		InstanceScope.INSTANCE.getNode(CloudCatalog.PREFERENCES).put(CloudCatalog.CLOUD_FILES,
				tenant.cloudFile().toString());
		workbench.clear();
	}

	@AfterEach
	void stop() {
		workbench.clear();
		InstanceScope.INSTANCE.getNode(CloudCatalog.PREFERENCES).remove(CloudCatalog.CLOUD_FILES);
		tenant.close();
	}

	@Test
	void connectsWithANewCertificate() {
		driver.menu(workbench.window(), "Microsoft 365", "Connect Organization…");
		Shell shell = driver.shell(OpenWizard.TITLE);
		Combo regions = driver.control(Combo.class, WidgetIds.REGION);
		driver.select(WidgetIds.REGION, driver.ask(() -> regions.getItem(regions.getItemCount() - 1)));
		driver.clickText("Next >");
		driver.type(WidgetIds.ACCOUNT, tenant.scenario().admin().userPrincipalName());
		driver.type(WidgetIds.APPLICATION_ID, tenant.scenario().applicationId());
		driver.click(WidgetIds.INSTALL);
		driver.shell(OpenWizard.SELECT_TITLE);
		driver.clickText("Next >");
		driver.clickText("Finish");
		driver.waitUntil("certificate", () -> !driver.hasShell(OpenWizard.SELECT_TITLE));
		driver.clickText("Next >");
		driver.waitUntil("code", () -> driver.has(WidgetIds.CODE) && !driver.text(WidgetIds.CODE).isEmpty());
		tenant.deviceCodes().approve(driver.text(WidgetIds.CODE), tenant.scenario().admin().userPrincipalName());
		driver.waitUntil("signed in", () -> driver.text(WidgetIds.SIGN_IN_STATE).startsWith("Signed in"));
		driver.clickText("Next >");
		driver.waitUntil("plan", () -> driver.has(WidgetIds.REVIEW_ITEMS) && !driver.rows(WidgetIds.REVIEW_ITEMS).isEmpty());
		screenshots.keep(shell, "journey-review");
		driver.clickText("Next >");
		driver.waitUntil("proven", () -> driver.enabledText("Finish"));
		screenshots.keep(shell, "journey-connect");
		driver.clickText("Finish");
		driver.selectRow(WidgetIds.ORGANIZATIONS, tenant.scenario().domain());
		String row = driver.rows(WidgetIds.ORGANIZATIONS).stream()
				.filter(line -> line.contains(tenant.scenario().domain())).findFirst().orElseThrow();
		assertTrue(row.startsWith(tenant.scenario().displayName() + " | "), row);
		assertTrue(row.endsWith("| Connected"), row);
		screenshots.keep(workbench.window(), "journey-view");
	}
}
