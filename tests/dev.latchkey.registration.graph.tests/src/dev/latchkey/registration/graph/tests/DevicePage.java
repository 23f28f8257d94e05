package dev.latchkey.registration.graph.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import dev.latchkey.registration.SignInPrompt.DeviceCode;
import dev.latchkey.tenant.SimulatedTenant;

/** A person with a browser at the page for device codes. */
final class DevicePage {

	private final HttpClient browser;

	DevicePage(SimulatedTenant tenant) {
		browser = HttpClient.newBuilder().sslContext(tenant.clientContext()).cookieHandler(new CookieManager())
				.followRedirects(HttpClient.Redirect.NORMAL).build();
	}

	void signIn(DeviceCode code, String account) {
		Document accounts = enter(code);
		Element choice = accounts.select("input[type=radio]").stream()
				.filter(radio -> radio.attr("value").equals(account)).findFirst()
				.orElseThrow(() -> new IllegalStateException("No such account: " + accounts.text()));
		choice.parents().select("fieldset input[type=radio]").removeAttr("checked");
		choice.attr("checked", true);
		press(accounts, "continue");
	}

	void decline(DeviceCode code) {
		press(enter(code), "cancel");
	}

	private Document enter(DeviceCode code) {
		Document page = send(HttpRequest.newBuilder(code.verificationUri()).build());
		page.selectFirst("input[name=otc]").attr("value", code.userCode());
		return press(page, "next");
	}

	private Document press(Document page, String button) {
		Element pressed = page.getElementById(button);
		Element form = pressed.closest("form");
		Map<String, String> fields = new LinkedHashMap<>();
		form.select("input[type=text], input[type=hidden], input[checked]")
				.forEach(input -> fields.put(input.attr("name"), input.attr("value")));
		if (pressed.hasAttr("name")) {
			fields.put(pressed.attr("name"), pressed.attr("value"));
		}
		return send(HttpRequest.newBuilder(URI.create(form.absUrl("action")))
				.header("Content-Type", "application/x-www-form-urlencoded")
				.POST(BodyPublishers.ofString(encoded(fields))).build());
	}

	private static String encoded(Map<String, String> fields) {
		return fields.entrySet().stream().map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + '='
				+ URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
	}

	private Document send(HttpRequest request) {
		try {
			var response = browser.send(request, BodyHandlers.ofString());
			return Jsoup.parse(response.body(), response.uri().toString());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		}
	}
}
