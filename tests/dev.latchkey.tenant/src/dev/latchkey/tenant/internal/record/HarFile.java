package dev.latchkey.tenant.internal.record;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import dev.latchkey.tenant.RecordedExchange;
import dev.latchkey.tenant.internal.Json;

/** Writes what was said as an HTTP archive, version 1.2. What could be used to sign in is masked. */
public final class HarFile {

	private static final String MASKED = "(masked)";
	private static final Pattern JSON_SECRET = Pattern
			.compile("(\"(?:access_token|refresh_token|id_token|device_code)\"\\s*:\\s*\")[^\"]*(\")");
	private static final Pattern HTML_SECRET = Pattern.compile("(name=\"code\" value=\")[^\"]*(\")");
	private static final Pattern FORM_SECRET = Pattern
			.compile("((?:^|[?&#])(?:refresh_token|device_code|code|code_verifier|client_secret)=)[^&]*");

	private HarFile() {
	}

	/**
	 * @param exchanges
	 *            what was said
	 * @param file
	 *            written whole, or not at all
	 * @throws IOException
	 *             if it can't be written
	 */
	public static void write(List<RecordedExchange> exchanges, Path file) throws IOException {
		JsonArray entries = new JsonArray();
		exchanges.forEach(e -> entries.add(entry(e)));
		JsonObject har = Json.object("log", Json.object("version", "1.2", "creator",
				Json.object("name", "Latchkey simulated tenant", "version", "0.1.0"), "entries", entries));
		atomically(file, Json.pretty(har));
	}

	/** Writes a file so that readers see it whole or not at all. */
	public static void atomically(Path file, String text) throws IOException {
		Path target = file.toAbsolutePath();
		Path part = target.resolveSibling(target.getFileName() + ".part");
		Files.writeString(part, text);
		Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
	}

	private static JsonObject entry(RecordedExchange exchange) {
		double millis = exchange.took().toNanos() / 1_000_000.0;
		return Json.object("startedDateTime", exchange.at(), "time", millis, "request", request(exchange), "response",
				response(exchange), "cache", new JsonObject(), "timings",
				Json.object("send", 0, "wait", millis, "receive", 0));
	}

	private static JsonObject request(RecordedExchange exchange) {
		JsonObject request = Json.object("method", exchange.method(), "url", exchange.uri(), "httpVersion", "HTTP/1.1",
				"cookies", new JsonArray(), "headers", headers(exchange.requestHeaders()), "queryString",
				query(exchange.uri().getRawQuery()), "headersSize", -1, "bodySize", exchange.requestBody().length());
		if (!exchange.requestBody().isEmpty()) {
			String type = first(exchange.requestHeaders(), "Content-Type");
			String text = type.startsWith("application/x-www-form-urlencoded")
					? maskedForm(exchange.requestBody())
					: exchange.requestBody();
			request.add("postData", Json.object("mimeType", type, "text", text));
		}
		return request;
	}

	private static JsonObject response(RecordedExchange exchange) {
		String json = JSON_SECRET.matcher(exchange.responseBody()).replaceAll("$1" + MASKED + "$2");
		String text = HTML_SECRET.matcher(json).replaceAll("$1" + MASKED + "$2");
		JsonObject content = Json.object("size", exchange.responseBody().length(), "mimeType",
				first(exchange.responseHeaders(), "Content-Type"), "text", text);
		return Json.object("status", exchange.status(), "statusText", "", "httpVersion", "HTTP/1.1", "cookies",
				new JsonArray(), "headers", headers(exchange.responseHeaders()), "content", content, "redirectURL",
				maskedForm(first(exchange.responseHeaders(), "Location")), "headersSize", -1, "bodySize",
				exchange.responseBody().length());
	}

	private static JsonArray headers(Map<String, List<String>> headers) {
		JsonArray array = new JsonArray();
		headers.forEach((name, values) -> values
				.forEach(value -> array.add(Json.object("name", name, "value", maskedHeader(name, value)))));
		return array;
	}

	private static String maskedHeader(String name, String value) {
		if (name.equalsIgnoreCase("Authorization")) {
			return value.replaceFirst(" .*", " " + MASKED);
		}
		return name.equalsIgnoreCase("Location") ? maskedForm(value) : value;
	}

	private static String maskedForm(String text) {
		return FORM_SECRET.matcher(text).replaceAll("$1" + MASKED);
	}

	private static JsonArray query(String query) {
		JsonArray array = new JsonArray();
		for (String pair : Optional.ofNullable(query).filter(q -> !q.isEmpty()).map(q -> q.split("&"))
				.orElse(new String[0])) {
			String[] parts = pair.split("=", 2);
			array.add(Json.object("name", URLDecoder.decode(parts[0], StandardCharsets.UTF_8), "value",
					parts.length > 1 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : ""));
		}
		return array;
	}

	private static String first(Map<String, List<String>> headers, String name) {
		return headers.getOrDefault(name, List.of("")).get(0);
	}
}
