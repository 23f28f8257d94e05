package dev.latchkey.tenant.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import com.google.gson.JsonElement;

import dev.latchkey.tenant.internal.Json;

/**
 * What is answered.
 *
 * @param status
 *            HTTP status
 * @param headers
 *            headers, in order
 * @param body
 *            the body, empty for none
 */
public record Answer(int status, Map<String, String> headers, byte[] body) {

	public static Answer json(int status, JsonElement json) {
		return text(status, "application/json; charset=utf-8", Json.write(json));
	}

	public static Answer html(int status, String page) {
		return text(status, "text/html; charset=utf-8", page).with("Cache-Control", "no-store");
	}

	public static Answer text(int status, String type, String text) {
		return new Answer(status, Map.of(), text.getBytes(StandardCharsets.UTF_8)).with("Content-Type", type);
	}

	public static Answer empty(int status) {
		return new Answer(status, Map.of(), new byte[0]);
	}

	public static Answer redirect(String location) {
		return empty(302).with("Location", location).with("Cache-Control", "no-store");
	}

	public Answer with(String name, String value) {
		Map<String, String> more = new LinkedHashMap<>(headers);
		more.put(name, value);
		return new Answer(status, more, body);
	}
}
