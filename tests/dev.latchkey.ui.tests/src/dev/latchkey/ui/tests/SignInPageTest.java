package dev.latchkey.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.latchkey.registration.Reason;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Choices;

/** Signing in with a code or in the browser, and the way from one to the other. */
class SignInPageTest {

	private static final String GLOBAL_ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10";
	private static final String GLOBAL_READER = "f2ef992c-3afb-46b9-b7cf-a126ee74c451";

	private OpenWizard wizard;
	private WidgetDriver driver;

	@BeforeEach
	void open() {
		BrowserOfTests.reset();
		forgetChoice();
		wizard = new OpenWizard();
		driver = wizard.driver();
	}

	@AfterEach
	void close() {
		wizard.close();
		forgetChoice();
	}

	private static void forgetChoice() {
		InstanceScope.INSTANCE.getNode(Choices.QUALIFIER).remove(Choices.SIGN_IN_METHOD);
	}

	private void toSignIn() {
		wizard.fillApplication();
		wizard.next();
		wizard.waitForPage("Sign In");
	}

	private void ends(Reason reason) {
		wizard.registration().signIns.add(Optional.of(ScriptedRegistration.failure(reason)));
	}

	private void ends() {
		wizard.registration().signIns.add(Optional.empty());
	}

	private void waitForState(String part) {
		driver.waitUntil("state " + part, () -> driver.text(WidgetIds.SIGN_IN_STATE).contains(part));
	}

	@Test
	void theBrowserOpensWhenItIsAskedTo() {
		toSignIn();
		driver.click(WidgetIds.WAY_BROWSER);
		waitForState("Not signed in yet");
		wizard.keep("signin-browser");
		assertTrue(BrowserOfTests.OPENED.isEmpty());
		assertFalse(driver.has(WidgetIds.CODE));
		driver.click(WidgetIds.OPEN_BROWSER);
		waitForState("in the browser");
		assertEquals("login.microsoftonline.com", driver.text(WidgetIds.BROWSER_HOST));
		driver.waitUntil("countdown", () -> driver.text(WidgetIds.BROWSER_TIME_LEFT).startsWith("4:5"));
		assertEquals(1, BrowserOfTests.OPENED.size());
		wizard.keep("signin-browser-waiting");
		driver.click(WidgetIds.OPEN_BROWSER);
		driver.waitUntil("opened again", () -> BrowserOfTests.OPENED.size() == 2);
		assertEquals(BrowserOfTests.OPENED.poll(), BrowserOfTests.OPENED.poll());
		assertFalse(wizard.nextEnabled());
		ends();
		driver.waitUntil("signed in", wizard::nextEnabled);
		wizard.keep("signin-browser-done");
	}

	@Test
	void theAddressCanBeTakenToAnotherBrowser() {
		toSignIn();
		driver.click(WidgetIds.WAY_BROWSER);
		assertFalse(driver.enabled(WidgetIds.COPY_ADDRESS));
		driver.click(WidgetIds.OPEN_BROWSER);
		driver.click(WidgetIds.COPY_ADDRESS);
		String copied = driver.ask(() -> {
			Clipboard clipboard = new Clipboard(driver.display());
			try {
				return (String) clipboard.getContents(TextTransfer.getInstance());
			} finally {
				clipboard.dispose();
			}
		});
		assertEquals(BrowserOfTests.OPENED.poll().toString(), copied);
	}

	@Test
	void waitingForTheBrowserCanBeStopped() {
		toSignIn();
		driver.click(WidgetIds.WAY_BROWSER);
		driver.click(WidgetIds.OPEN_BROWSER);
		waitForState("in the browser");
		driver.click(WidgetIds.STOP_WAITING);
		waitForState("Not signed in yet");
		assertFalse(driver.has(WidgetIds.STOP_WAITING));
		driver.click(WidgetIds.OPEN_BROWSER);
		waitForState("in the browser");
		assertEquals(2, BrowserOfTests.OPENED.size());
	}

	@Test
	void theWayIsRemembered() {
		toSignIn();
		driver.click(WidgetIds.WAY_BROWSER);
		wizard.close();
		wizard = new OpenWizard();
		driver = wizard.driver();
		toSignIn();
		assertTrue(driver.checked(WidgetIds.WAY_BROWSER));
		assertTrue(driver.has(WidgetIds.OPEN_BROWSER));
		assertTrue(BrowserOfTests.OPENED.isEmpty());
		driver.waitUntil("the keyboard is where to begin", () -> {
			Control focus = driver.display().getFocusControl();
			return focus != null && WidgetIds.OPEN_BROWSER.equals(focus.getData(WidgetIds.KEY));
		});
	}

	@Test
	void whereCodesAreBlockedTheBrowserIsOneClickAway() {
		toSignIn();
		assertFalse(driver.has(WidgetIds.OTHER_WAY));
		ends(Reason.SIGN_IN_BLOCKED);
		waitForState("The browser may be allowed");
		wizard.keep("signin-code-blocked");
		driver.click(WidgetIds.OTHER_WAY);
		waitForState("in the browser");
		assertTrue(driver.checked(WidgetIds.WAY_BROWSER));
		assertEquals(1, BrowserOfTests.OPENED.size());
		ends(Reason.DEVICE_NOT_COMPLIANT);
		waitForState("A code on another device may be allowed");
		wizard.keep("signin-browser-blocked");
		driver.click(WidgetIds.OTHER_WAY);
		driver.waitUntil("a code", () -> driver.text(WidgetIds.CODE).equals("FJ6H2KQTN"));
		ends();
		driver.waitUntil("signed in", wizard::nextEnabled);
	}

	@Test
	void withoutABrowserThereIsTheCode() {
		BrowserOfTests.missing = true;
		toSignIn();
		driver.click(WidgetIds.WAY_BROWSER);
		driver.click(WidgetIds.OPEN_BROWSER);
		wizard.waitForMessage("browser could not be opened");
		wizard.keep("signin-no-browser");
		driver.click(WidgetIds.OTHER_WAY);
		driver.waitUntil("a code", () -> driver.text(WidgetIds.CODE).equals("FJ6H2KQTN"));
	}

	@Test
	void whatDoesNotHingeOnTheWayOffersNoOther() {
		toSignIn();
		ends(Reason.SIGN_IN_DECLINED);
		waitForState("Declined");
		assertFalse(driver.has(WidgetIds.OTHER_WAY));
	}

	@Test
	void whatIsAskedForIsShownWithItsReason() {
		toSignIn();
		assertTrue(driver.text(WidgetIds.SCOPES).contains("Application.ReadWrite.All"));
		assertTrue(driver.text(WidgetIds.SCOPES).contains("Register the certificate"));
		assertTrue(driver.text(WidgetIds.SCOPES).contains("RoleManagement.ReadWrite.Directory"));
		assertTrue(driver.text(WidgetIds.SCOPES).contains("Policy.Read.All"));
		assertFalse(driver.text(WidgetIds.SCOPES).contains("Application.Read.All"));
	}

	@Test
	void rolesThatMatterAreTold() {
		wizard.registration().roles = Set.of(GLOBAL_READER, GLOBAL_ADMINISTRATOR);
		toSignIn();
		ends();
		waitForState("as admin@contoso.com (Global Administrator)");
	}

	@Test
	void thatNoRoleMattersIsToldWithoutStoppingAnybody() {
		wizard.registration().roles = Set.of(GLOBAL_READER);
		toSignIn();
		ends();
		waitForState("No role that is of use here is known");
		assertTrue(wizard.nextEnabled());
		wizard.keep("signin-no-roles");
	}

	@Test
	void theSessionIsExtendedWhenMoreIsNeeded() {
		signInForSharePointAlone();
		wizard.next();
		wizard.waitForPage("Sign In");
		driver.waitUntil("extended", wizard::nextEnabled);
		assertEquals(1, wizard.registration().extensions.get());
		assertEquals(1, wizard.registration().openSessions.get());
		assertTrue(driver.text(WidgetIds.SIGN_IN_STATE).startsWith("Signed in"));
	}

	@Test
	void whenMicrosoftAsksAgainItSaysWhatFor() {
		wizard.registration().asksAgain = true;
		signInForSharePointAlone();
		wizard.next();
		wizard.waitForPage("Sign In");
		driver.waitUntil("a code", () -> driver.text(WidgetIds.CODE).equals("FJ6H2KQTN"));
		assertTrue(wizard.message().contains("Assign the application its directory role"), wizard.message());
		assertFalse(wizard.nextEnabled());
		wizard.keep("signin-extend");
		ends();
		driver.waitUntil("extended", wizard::nextEnabled);
		assertEquals(1, wizard.registration().openSessions.get());
	}

	/** Then goes back and chooses Exchange too, whose profile has a directory role. */
	private void signInForSharePointAlone() {
		driver.click(WidgetIds.EXCHANGE);
		wizard.next();
		wizard.waitForPage("Application");
		driver.type(WidgetIds.ORGANIZATION_NAME, "contoso.com");
		driver.type(WidgetIds.APPLICATION_ID, OpenWizard.APPLICATION);
		wizard.generateCertificate();
		driver.waitUntil("Next", wizard::nextEnabled);
		wizard.signIn();
		wizard.back();
		wizard.waitForPage("Application");
		wizard.back();
		wizard.waitForPage("Organization");
		driver.click(WidgetIds.EXCHANGE);
		wizard.next();
		wizard.waitForPage("Application");
		driver.type(WidgetIds.ACCOUNT, "alex@contoso.com");
		driver.waitUntil("Next", wizard::nextEnabled);
	}
}
