package dev.latchkey.registration.graph.tests;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import dev.latchkey.registration.SignInPrompt;
import dev.latchkey.tenant.SimulatedTenant;

/** A person who signs in with a browser, and whose browser carries the answer back. */
final class BrowserPerson implements SignInPrompt {

	private final WebBrowser browser;
	private final BiFunction<WebBrowser, Document, Document> does;
	private final UnaryOperator<Map<String, String>> changes;
	private final CompletableFuture<HttpResponse<String>> ended = new CompletableFuture<>();
	private volatile BrowserPage page;
	private volatile Map<String, String> sent = Map.of();

	private BrowserPerson(SimulatedTenant tenant, BiFunction<WebBrowser, Document, Document> does,
			UnaryOperator<Map<String, String>> changes) {
		this.browser = new WebBrowser(tenant);
		this.does = does;
		this.changes = changes;
	}

	static BrowserPerson choosing(SimulatedTenant tenant, String account) {
		return new BrowserPerson(tenant, (browser, accounts) -> browser.pick(accounts, account), fields -> fields);
	}

	static BrowserPerson cancelling(SimulatedTenant tenant) {
		return new BrowserPerson(tenant, (browser, accounts) -> browser.press(accounts, "cancel"), fields -> fields);
	}

	/** Who never gets to the end. */
	static BrowserPerson reading(SimulatedTenant tenant) {
		return new BrowserPerson(tenant, (browser, accounts) -> accounts, fields -> fields);
	}

	/** @param changes what somebody on the way does to the answer */
	static BrowserPerson robbed(SimulatedTenant tenant, String account, UnaryOperator<Map<String, String>> changes) {
		return new BrowserPerson(tenant, (browser, accounts) -> browser.pick(accounts, account), changes);
	}

	@Override
	public void show(DeviceCode code) {
		throw new IllegalStateException("A code was not asked for");
	}

	@Override
	public boolean open(BrowserPage opened) {
		page = opened;
		CompletableFuture.supplyAsync(this::carry).whenComplete((answer, failure) -> {
			if (failure == null) {
				ended.complete(answer);
			} else {
				ended.completeExceptionally(failure);
			}
		});
		return true;
	}

	private HttpResponse<String> carry() {
		Document answer = does.apply(browser, browser.open(page.address()));
		Element form = answer.getElementById("answer");
		if (form == null) {
			throw new IllegalStateException(answer.text());
		}
		sent = changes.apply(WebBrowser.fields(form));
		return browser.post(form.absUrl("action"), sent);
	}

	BrowserPage page() {
		return page;
	}

	/** What went back to loopback. */
	Map<String, String> sent() {
		return sent;
	}

	/** What the window shows in the end. */
	HttpResponse<String> window() {
		return ended.join();
	}
}
