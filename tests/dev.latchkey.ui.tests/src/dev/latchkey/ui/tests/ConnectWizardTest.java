package dev.latchkey.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;

import org.eclipse.jface.wizard.WizardDialog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.latchkey.connection.Connection;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.Service;
import dev.latchkey.ui.internal.ServiceSource;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.WizardServices;
import dev.latchkey.ui.internal.connect.ConnectWizard;

/** The wizard's pages, one after the other, with a registration that does as the test says. */
class ConnectWizardTest {

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
	void teamsNeedsBothOtherServices() {
		wizard.keep("organization");
		driver.click(WidgetIds.TEAMS);
		assertTrue(driver.checked(WidgetIds.TEAMS));
		driver.click(WidgetIds.SHAREPOINT);
		assertFalse(driver.checked(WidgetIds.TEAMS));
		assertFalse(driver.enabled(WidgetIds.TEAMS));
		driver.click(WidgetIds.EXCHANGE);
		assertFalse(wizard.nextEnabled());
		wizard.keep("organization-none");
	}

	@Test
	void chinaHasNoTeams() {
		driver.click(WidgetIds.TEAMS);
		driver.select(WidgetIds.REGION, "China (21Vianet)");
		assertFalse(driver.checked(WidgetIds.TEAMS));
		assertFalse(driver.enabled(WidgetIds.TEAMS));
		wizard.keep("organization-china");
	}

	@Test
	void asksForTheOrganizationWithoutExchange() {
		driver.click(WidgetIds.EXCHANGE);
		wizard.next();
		wizard.waitForPage("Application");
		assertFalse(driver.has(WidgetIds.ACCOUNT));
		driver.type(WidgetIds.ORGANIZATION_NAME, "alex@contoso.com");
		assertTrue(wizard.message().contains("domain alone"), wizard.message());
		wizard.keep("application-organization");
	}

	@Test
	void normalizesApplicationIds() {
		wizard.next();
		wizard.waitForPage("Application");
		assertFalse(wizard.nextEnabled());
		wizard.keep("application-empty");
		driver.type(WidgetIds.APPLICATION_ID, " {1F0E2D3C-4B5A-6978-8796-A5B4C3D2E1F0} ");
		assertEquals(OpenWizard.APPLICATION, driver.text(WidgetIds.APPLICATION_ID));
		driver.type(WidgetIds.APPLICATION_ID, "contoso.com");
		assertTrue(wizard.message().contains("This is a domain"), wizard.message());
	}

	@Test
	void searchesTheTenantOncePerInput() {
		wizard.fillApplication();
		wizard.keep("application");
		wizard.registration().noTenant = Optional
				.of(ScriptedRegistration.failure(Reason.WRONG_CLOUD, "contoso.com", "Global", "China (21Vianet)"));
		wizard.next();
		wizard.waitForMessage("is not in the region Global");
		wizard.keep("application-wrong-cloud");
		assertEquals("Application", wizard.pageTitle());
		assertTrue(wizard.nextEnabled());
		wizard.registration().noTenant = Optional.empty();
		wizard.next();
		wizard.waitForPage("Sign In");
		wizard.back();
		wizard.waitForPage("Application");
		wizard.next();
		wizard.waitForPage("Sign In");
		assertEquals(2, wizard.registration().locations.get());
	}

	@Test
	void showsTheCodeAndHowTheSignInStands() {
		wizard.fillApplication();
		wizard.next();
		wizard.waitForPage("Sign In");
		driver.waitUntil("code", () -> driver.text(WidgetIds.CODE).equals("FJ6H2KQTN"));
		assertEquals("https://microsoft.com/devicelogin", driver.text(WidgetIds.ADDRESS));
		driver.waitUntil("countdown", () -> driver.text(WidgetIds.TIME_LEFT).startsWith("14:5"));
		assertFalse(wizard.nextEnabled());
		wizard.keep("signin-waiting");
		wizard.registration().signIns.add(Optional.of(ScriptedRegistration.failure(Reason.SIGN_IN_BLOCKED)));
		driver.waitUntil("blocked", () -> driver.text(WidgetIds.SIGN_IN_STATE).startsWith("Blocked"));
		wizard.keep("signin-blocked");
		driver.click(WidgetIds.NEW_CODE);
		wizard.registration().signIns.add(Optional.of(ScriptedRegistration.failure(Reason.SIGN_IN_EXPIRED)));
		driver.waitUntil("expired", () -> driver.text(WidgetIds.SIGN_IN_STATE).contains("expired"));
		wizard.keep("signin-expired");
		driver.click(WidgetIds.NEW_CODE);
		wizard.registration().signIns.add(Optional.empty());
		driver.waitUntil("signed in", wizard::nextEnabled);
		assertEquals("Signed in to contoso.com as admin@contoso.com", driver.text(WidgetIds.SIGN_IN_STATE));
		wizard.keep("signin-done");
	}

	@Test
	void anotherOrganizationSignsOut() {
		wizard.fillApplication();
		wizard.signIn();
		assertEquals(1, wizard.registration().openSessions.get());
		wizard.back();
		wizard.waitForPage("Application");
		driver.type(WidgetIds.APPLICATION_ID, "2f0e2d3c-4b5a-6978-8796-a5b4c3d2e1f0");
		assertEquals(1, wizard.registration().openSessions.get());
		driver.type(WidgetIds.ACCOUNT, "alex@fabrikam.com");
		assertEquals(0, wizard.registration().openSessions.get());
	}

	@Test
	void connects() {
		wizard.fillApplication();
		wizard.signIn();
		wizard.registration().stepwise = true;
		wizard.next();
		wizard.waitForPage("Review");
		driver.waitUntil("plan", wizard::nextEnabled);
		wizard.keep("review");
		wizard.next();
		wizard.waitForPage("Connect");
		wizard.registration().steps.add(true);
		driver.waitUntil("running", () -> driver.rows(WidgetIds.CONNECT_ACTIONS).get(0).contains("Running"));
		WidgetDriver.pause(300);
		wizard.keep("connect-running");
		for (int i = 0; i < 40; i++) {
			wizard.registration().steps.add(true);
		}
		driver.waitUntil("proven", wizard::finishEnabled);
		wizard.keep("connect-proven");
		driver.clickText("Finish");
		driver.waitUntil("saved", () -> !wizard.saved().isEmpty());
		Connection connection = wizard.saved().get(0);
		assertEquals("Contoso Ltd", connection.name());
		assertEquals(Connection.State.CONNECTED, connection.state());
		assertEquals(Set.of(Service.EXCHANGE, Service.SHAREPOINT), connection.services());
		driver.waitUntil("closed", () -> wizard.services().released());
		assertEquals(0, wizard.registration().openSessions.get());
	}

	@Test
	void skipsSignInAndReviewWithoutGranting() {
		wizard.fillApplication();
		driver.click(WidgetIds.GRANT);
		wizard.registration().refused = Optional.of(ScriptedRegistration.failure(Reason.PERMISSIONS_MISSING,
				"Office 365 Exchange Online: full_access_as_app"));
		wizard.next();
		wizard.waitForPage("Connect");
		driver.waitUntil("not proven", () -> driver.enabled(WidgetIds.CONNECT_RETRY));
		assertFalse(wizard.finishEnabled());
		wizard.keep("connect-failed");
		driver.click(WidgetIds.SAVE_UNVERIFIED);
		driver.waitUntil("finish", wizard::finishEnabled);
		wizard.keep("connect-unverified");
		wizard.registration().refused = Optional.empty();
		driver.click(WidgetIds.CONNECT_RETRY);
		wizard.waitForMessage("connected");
		assertEquals(0, wizard.registration().plans.get());
	}

	@Test
	void saysWhenAPartIsMissing() {
		ServiceSource nothing = new ServiceSource() {
			@Override
			public WizardServices get() throws MissingServiceException {
				throw new MissingServiceException("the.missing.Service");
			}

			@Override
			public void release() {
				// nothing was borrowed
			}
		};
		driver.start(() -> new WizardDialog(wizard.shell(), new ConnectWizard(nothing, Optional.empty(), saved -> {
		})).open());
		driver.waitUntil("name of what is missing", () -> driver.hasText("the.missing.Service"));
		assertFalse(driver.enabledText("Finish"));
		driver.clickText("Cancel");
		driver.waitUntil("closed", () -> !driver.hasText("the.missing.Service"));
	}

	@Test
	void tellsWhatAnAdministratorMayNotDo() {
		wizard.fillApplication();
		wizard.signIn();
		wizard.registration().forbidden = Optional
				.of(ScriptedRegistration.failure(Reason.ROLE_REQUIRED, "Privileged Role Administrator"));
		wizard.next();
		wizard.waitForMessage("can't be done");
		assertTrue(wizard.nextEnabled());
		driver.selectRow(WidgetIds.REVIEW_ITEMS, "Group.Read.All");
		assertTrue(driver.text(WidgetIds.REVIEW_DETAILS).contains("Privileged Role Administrator"));
		wizard.keep("review-not-allowed");
	}

	@Test
	void tellsWhyThereIsNoPlan() {
		wizard.fillApplication();
		wizard.signIn();
		wizard.registration().noPlan = Optional
				.of(ScriptedRegistration.failure(Reason.APPLICATION_NOT_FOUND, OpenWizard.APPLICATION, "contoso.com"));
		wizard.next();
		wizard.waitForMessage("There is no application");
		assertFalse(wizard.nextEnabled());
		wizard.keep("review-no-plan");
	}

	@Test
	void cancelFinishesTheWriteUnderWay() {
		wizard.fillApplication();
		wizard.signIn();
		wizard.registration().stepwise = true;
		wizard.next();
		wizard.waitForPage("Review");
		driver.waitUntil("plan", wizard::nextEnabled);
		wizard.next();
		wizard.waitForPage("Connect");
		wizard.registration().steps.add(true);
		driver.waitUntil("second item", () -> driver.rows(WidgetIds.CONNECT_ACTIONS).size() > 0
				&& driver.text(WidgetIds.CONNECT_STATE).startsWith("Configuring"));
		driver.waitUntil("first item", () -> wizard.registration().steps.isEmpty());
		driver.clickText("Cancel");
		driver.waitUntil("stopping", () -> driver.text(WidgetIds.CONNECT_STATE).startsWith("Stopping"));
		wizard.keep("connect-stopping");
		wizard.registration().steps.add(true);
		driver.shell(OpenWizard.LEAVE_TITLE);
		assertTrue(driver.hasText("Certificate CN=Latchkey"));
		driver.clickText("Back to the Wizard");
		driver.waitUntil("stopped", () -> driver.text(WidgetIds.CONNECT_STATE).contains("Changed so far"));
		assertTrue(driver.text(WidgetIds.CONNECT_STATE).contains("Certificate CN=Latchkey"));
		wizard.keep("connect-stopped");
		driver.clickText("Cancel");
		driver.clickText("Keep Changes");
		driver.waitUntil("closed", () -> !driver.hasShell(OpenWizard.TITLE));
	}
}
