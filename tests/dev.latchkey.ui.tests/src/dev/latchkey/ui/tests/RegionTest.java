package dev.latchkey.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.ui.internal.WidgetIds;

/** The region is the organization's own, whatever was chosen. */
class RegionTest {

	private OpenWizard wizard;
	private WidgetDriver driver;

	@BeforeEach
	void open() {
		wizard = new OpenWizard();
		driver = wizard.driver();
	}

	@AfterEach
	void close() {
		wizard.close();
	}

	@Test
	void followsTheOrganizationAndSaysSo() {
		wizard.registration().home = Optional.of(MicrosoftClouds.GCC_HIGH);
		wizard.fillApplication();
		wizard.next();
		wizard.waitForPage("Sign In");
		assertEquals("contoso.com is in US Government L4 (GCC High), so the region was changed.",
				driver.text(WidgetIds.REGION_CHANGE));
		wizard.keep("signin-region-changed");
		wizard.back();
		wizard.waitForMessage("so the region was changed");
		wizard.back();
		wizard.waitForMessage("so the region was changed");
		assertEquals("US Government L4 (GCC High)", driver.text(WidgetIds.REGION));
		wizard.keep("organization-region-changed");
		driver.select(WidgetIds.REGION, "Global");
		assertFalse(wizard.message().contains("so the region was changed"), wizard.message());
	}

	@Test
	void saysWhichServicesAreLeftOut() {
		wizard.registration().home = Optional.of(MicrosoftClouds.CHINA);
		driver.click(WidgetIds.TEAMS);
		wizard.fillApplication();
		driver.click(WidgetIds.GRANT);
		wizard.next();
		wizard.waitForPage("Connect");
		driver.waitUntil("proven", wizard::finishEnabled);
		assertEquals("contoso.com is in China (21Vianet), so the region was changed. Microsoft Teams is not available there "
				+ "and was left out.", driver.text(WidgetIds.REGION_CHANGE));
		wizard.keep("connect-region-changed");
		driver.clickText("Finish");
		driver.waitUntil("saved", () -> !wizard.saved().isEmpty());
		assertEquals("china", wizard.saved().get(0).cloudId());
	}

	@Test
	void theRightRegionIsNothingToTalkAbout() {
		wizard.fillApplication();
		wizard.next();
		wizard.waitForPage("Sign In");
		assertFalse(driver.has(WidgetIds.REGION_CHANGE));
	}

	@Test
	void aTenantIdFindsTheOrganizationToo() {
		driver.click(WidgetIds.EXCHANGE);
		wizard.next();
		wizard.waitForPage("Application");
		driver.type(WidgetIds.ORGANIZATION_NAME, "{6F7C9D0E-0000-4000-8000-00000000C0DE}");
		driver.type(WidgetIds.APPLICATION_ID, OpenWizard.APPLICATION);
		wizard.generateCertificate();
		driver.waitUntil("Next", wizard::nextEnabled);
		wizard.signIn();
		assertTrue(driver.text(WidgetIds.SIGN_IN_STATE).startsWith("Signed in"));
	}
}
