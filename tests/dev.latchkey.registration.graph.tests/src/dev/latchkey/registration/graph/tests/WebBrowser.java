package dev.latchkey.registration.graph.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import dev.latchkey.tenant.SimulatedTenant;

/** A web browser, as far as forms go. */
final class WebBrowser {

	private final HttpClient client;

	WebBrowser(SimulatedTenant tenant) {
		client = HttpClient.newBuilder().sslContext(tenant.clientContext()).cookieHandler(new CookieManager())
				.followRedirects(HttpClient.Redirect.NORMAL).build();
	}

	Document open(URI address) {
		return document(send(HttpRequest.newBuilder(address).build()));
	}

	/** Picks the account among those that the page offers, and goes on. */
	Document pick(Document accounts, String account) {
		Element choice = accounts.select("input[type=radio]").stream()
				.filter(radio -> radio.attr("value").equals(account)).findFirst()
				.orElseThrow(() -> new IllegalStateException("No such account: " + accounts.text()));
		choice.parents().select("fieldset input[type=radio]").removeAttr("checked");
		choice.attr("checked", true);
		return press(accounts, "continue");
	}

	Document press(Document page, String button) {
		Element pressed = page.getElementById(button);
		Map<String, String> fields = fields(pressed.closest("form"));
		if (pressed.hasAttr("name")) {
			fields.put(pressed.attr("name"), pressed.attr("value"));
		}
		return document(post(pressed.closest("form").absUrl("action"), fields));
	}

	static Map<String, String> fields(Element form) {
		Map<String, String> fields = new LinkedHashMap<>();
		form.select("input[type=text], input[type=hidden], input[checked]")
				.forEach(input -> fields.put(input.attr("name"), input.attr("value")));
		return fields;
	}

	HttpResponse<String> post(String address, Map<String, String> fields) {
		String body = fields.entrySet().stream().map(field -> encoded(field.getKey()) + '=' + encoded(field.getValue()))
				.collect(Collectors.joining("&"));
		return send(HttpRequest.newBuilder(URI.create(address))
				.header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body)).build());
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private static Document document(HttpResponse<String> response) {
		return Jsoup.parse(response.body(), response.uri().toString());
	}

	HttpResponse<String> send(HttpRequest request) {
		try {
			return client.send(request, BodyHandlers.ofString());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		}
	}
}
