package dev.latchkey.registration.graph.entra;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person at Keycloak's pages: opens the address of the code, signs in and says yes. */
final class DeviceLoginPage {

	private static final Pattern FORM = Pattern.compile("<form[^>]*\\baction=\"([^\"]+)\"");

	private final HttpClient http;

	DeviceLoginPage(HttpClient.Builder http) {
		this.http = http.cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NORMAL).build();
	}

	/** @return the last page */
	String approve(String address, String user, String password) throws IOException, InterruptedException {
		HttpResponse<String> login = send(HttpRequest.newBuilder(URI.create(address)));
		HttpResponse<String> consent = submit(login, "username=" + encoded(user) + "&password=" + encoded(password));
		return submit(consent, "accept=Yes").body();
	}

	private HttpResponse<String> submit(HttpResponse<String> page, String fields)
			throws IOException, InterruptedException {
		Matcher form = FORM.matcher(page.body());
		if (!form.find()) {
			throw new IOException("No form at " + page.uri() + ":\n" + page.body());
		}
		URI action = page.uri().resolve(form.group(1).replace("&amp;", "&"));
		return send(HttpRequest.newBuilder(action).header("Content-Type", "application/x-www-form-urlencoded")
				.POST(HttpRequest.BodyPublishers.ofString(fields)));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}
}
