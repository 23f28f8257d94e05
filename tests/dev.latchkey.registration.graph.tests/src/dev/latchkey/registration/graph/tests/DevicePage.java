package dev.latchkey.registration.graph.tests;

import org.jsoup.nodes.Document;

import dev.latchkey.registration.SignInPrompt.DeviceCode;
import dev.latchkey.tenant.SimulatedTenant;

/** A person with a browser at the page for device codes. */
final class DevicePage {

	private final WebBrowser browser;

	DevicePage(SimulatedTenant tenant) {
		browser = new WebBrowser(tenant);
	}

	void signIn(DeviceCode code, String account) {
		browser.pick(enter(code), account);
	}

	void decline(DeviceCode code) {
		browser.press(enter(code), "cancel");
	}

	private Document enter(DeviceCode code) {
		Document page = browser.open(code.verificationUri());
		page.selectFirst("input[name=otc]").attr("value", code.userCode());
		return browser.press(page, "next");
	}
}
