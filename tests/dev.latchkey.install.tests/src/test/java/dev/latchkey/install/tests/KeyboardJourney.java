package dev.latchkey.install.tests;

import java.util.List;
import java.util.function.Predicate;

import dev.latchkey.install.tests.KeyboardUser.Step;
import dev.latchkey.tenant.SimulatedTenant;

/** Everything that is done to connect an organization and to live with it, by keys alone. Each window is judged on the way. */
final class KeyboardJourney {

	static final String ADMIN = "admin@contoso.example";

	private static final String WIZARD = "Connect Microsoft 365 Organization";
	private static final String CERTIFICATE = "Select Certificate";
	private static final String VIEW = "Microsoft 365 Organizations";
	private static final String RENEWAL = "Renew Certificate";

	private final KeyboardUser user;
	private final SimulatedTenant tenant;
	private final PageCheck check;

	KeyboardJourney(KeyboardUser user, SimulatedTenant tenant, PageCheck check) {
		this.user = user;
		this.tenant = tenant;
		this.check = check;
	}

	/** From the console's first window to the organization in the view. */
	void connect() {
		user.awaitReady("Microsoft 365");
		user.press("ctrl+shift+F3");
		chooseServices();
		enterApplication();
		signIn();
		reviewAndConnect();
	}

	private void chooseServices() {
		look("Organization", user.awaitFocus(WIZARD, "check box", "Exchange Online"));
		user.press("alt+r");
		user.awaitFocus(WIZARD, "combo box", "Region");
		user.press("End");
		user.await(WIZARD, "the region", window -> window.says("Simulated tenant"));
		user.push(WIZARD, "Next >", "n");
	}

	private void enterApplication() {
		user.awaitFocus(WIZARD, "text", "Username");
		user.type("user@contoso.example");
		user.press("alt+a");
		user.awaitFocus(WIZARD, "text", "Application ID");
		user.type(tenant.scenario().applicationId());
		user.push(WIZARD, "Install…", "i");
		makeCertificate();
		look("Application", user.awaitEnabled(WIZARD, "Next >"));
		user.push(WIZARD, "Next >", "n");
	}

	private void makeCertificate() {
		look("Select Certificate Type", user.awaitFocus(CERTIFICATE, "radio button", "Generate a new self-signed certificate"));
		user.push(CERTIFICATE, "Next >", "n");
		look("Generate Certificate", user.awaitFocus(CERTIFICATE, "text", "Name"));
		user.replace("Heard and typed");
		user.push(CERTIFICATE, "Finish", "f");
	}

	private void signIn() {
		Spoken page = user.await(WIZARD, "a code", window -> !code(window).isBlank());
		look("Sign In", page);
		tenant.deviceCodes().approve(code(page), ADMIN);
		user.push(WIZARD, "Next >", "n");
	}

	/** What a screen reader reads out, to be typed on another device. */
	private static String code(Spoken window) {
		return window.find("text", "Code").map(Spoken::value).orElse("");
	}

	private void reviewAndConnect() {
		user.await(WIZARD, "the plan", says("Will be added"));
		look("Review", user.awaitEnabled(WIZARD, "Next >"));
		user.push(WIZARD, "Next >", "n");
		look("Connect", user.awaitEnabled(WIZARD, "Finish"));
		user.push(WIZARD, "Finish", "f");
		lookAtView();
	}

	/** Renews the certificate from the view's menu. */
	void renew() {
		user.press("shift+F10");
		user.press("w");
		look("Renew", user.awaitEnabled(RENEWAL, "Next >"));
		user.push(RENEWAL, "Next >", "n");
		look("Renewal", user.awaitEnabled(RENEWAL, "Finish"));
		user.push(RENEWAL, "Finish", "f");
		lookAtView();
	}

	private void lookAtView() {
		Spoken window = user.await("", "the organization in the view",
				each -> each.find("panel", VIEW).filter(view -> view.says("Contoso") && view.says("Connected")).isPresent());
		check.names(VIEW, window.find("panel", VIEW).orElseThrow());
	}

	private void look(String page, Spoken window) {
		check.names(page, window);
		List<Step> steps = user.walk();
		check.order(page, user.await(window.name(), page, again -> true), steps);
	}

	private static Predicate<Spoken> says(String part) {
		return window -> window.says(part);
	}
}
