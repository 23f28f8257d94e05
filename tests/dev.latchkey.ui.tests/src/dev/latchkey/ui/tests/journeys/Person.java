package dev.latchkey.ui.tests.journeys;

import java.io.IOException;
import java.net.URI;

import javax.net.ssl.SSLContext;

import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** Somebody with a browser: reads the pages of the sign-in server, fills in their forms, and sends them. */
final class Person {

	private final Connection browser;

	Person(SSLContext trust) {
		browser = Jsoup.newSession().sslSocketFactory(trust.getSocketFactory()).ignoreHttpErrors(true);
	}

	/** Enters the code and signs in; returns what the last page says. */
	String signIn(URI page, String code, String account) throws IOException {
		return answer(page, code, account, "continue");
	}

	/** Picks the account on the page that the browser was told to open, and carries the answer back as browsers do. */
	String signIn(URI page, String account) throws IOException {
		Document answer = choose(form(browser.newRequest(page.toString()).get()), account, "continue");
		FormElement back = form(answer);
		return text(browser.newRequest(back.submit().request().url().toString()).data(back.formData()).post());
	}

	/** Enters the code, picks the account, and cancels. */
	String decline(URI page, String code, String account) throws IOException {
		return answer(page, code, account, "cancel");
	}

	private String answer(URI page, String code, String account, String action) throws IOException {
		FormElement enterCode = form(browser.newRequest(page.toString()).get());
		only(enterCode, "input[type=text]").val(code);
		FormElement pickAccount = form(browser.newRequest(enterCode.submit().request().url().toString())
				.data(enterCode.formData()).post());
		return text(choose(pickAccount, account, action));
	}

	private Document choose(FormElement pickAccount, String account, String action) throws IOException {
		for (Element choice : pickAccount.select("input[type=radio]")) {
			if (choice.val().equals(account)) {
				choice.attr("checked", true);
			} else {
				choice.removeAttr("checked");
			}
		}
		Element button = only(pickAccount, "button[value=" + action + "]");
		return browser.newRequest(pickAccount.submit().request().url().toString()).data(pickAccount.formData())
				.data(button.attr("name"), button.val()).post();
	}

	private static String text(Document page) {
		return page.title() + ". " + page.body().text();
	}

	private static FormElement form(Document page) {
		return page.forms().stream().findFirst()
				.orElseThrow(() -> new AssertionError("No form on the page: " + page.body().text()));
	}

	private static Element only(Element parent, String query) {
		Element found = parent.selectFirst(query);
		if (found == null) {
			throw new AssertionError("No " + query + " in " + parent.outerHtml());
		}
		return found;
	}
}
