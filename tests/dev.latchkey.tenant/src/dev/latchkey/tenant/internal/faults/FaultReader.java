package dev.latchkey.tenant.internal.faults;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import dev.latchkey.tenant.Fault;
import dev.latchkey.tenant.Origin;
import dev.latchkey.tenant.RequestMatcher;
import dev.latchkey.tenant.internal.Json;

/** Reads faults as scenario files write them. */
public final class FaultReader {

	private static final Set<String> NAMES = Set.of("named", "origin", "method", "path", "requestBody", "after", "times",
			"status", "headers", "retryAfter", "aadsts", "graphError", "message", "html", "json", "text", "delay",
			"slowBody", "drop");

	private final JsonObject known = Json.resource(FaultReader.class, "faults.json");

	/**
	 * @param name
	 *            name of a known fault
	 * @return that fault
	 */
	public Fault named(String name) {
		return read(Json.object("named", name));
	}

	/**
	 * @param json
	 *            a fault; {@code named} takes a known one as its base
	 * @return that fault
	 * @throws IllegalArgumentException
	 *             if it says something that no fault can
	 */
	public Fault read(JsonObject json) {
		json.keySet().stream().filter(n -> !NAMES.contains(n)).findFirst().ifPresent(n -> {
			throw new IllegalArgumentException("A fault has no \"" + n + "\"");
		});
		Optional<String> name = Json.string(json, "named");
		if (name.isEmpty()) {
			return fault(json);
		}
		if (!known.has(name.get())) {
			throw new IllegalArgumentException("No fault is named " + name.get());
		}
		return fault(Json.merge(known.getAsJsonObject(name.get()), json));
	}

	private static Fault fault(JsonObject json) {
		Fault fault = Fault.on(matcher(json)).after(number(json, "after", 0))
				.times(number(json, "times", Integer.MAX_VALUE)).delay(millis(json, "delay"))
				.slowBody(millis(json, "slowBody"));
		if (json.has("drop") && json.get("drop").getAsBoolean()) {
			return fault.drop();
		}
		return json.has("status") || json.has("aadsts") ? withHeaders(answer(fault, json), json) : fault;
	}

	private static Fault answer(Fault fault, JsonObject json) {
		int status = number(json, "status", 0);
		if (json.has("aadsts")) {
			return fault.aadsts(json.get("aadsts").getAsInt(), Json.string(json, "message").orElse("-"));
		}
		if (json.has("graphError")) {
			return fault.graphError(status, Json.text(json, "graphError"), Json.text(json, "message"));
		}
		if (json.has("html")) {
			return fault.html(status);
		}
		if (json.has("json") || json.has("text")) {
			return fault.answer(status, Map.of(),
					json.has("json") ? Json.write(json.get("json")) : Json.text(json, "text"));
		}
		return fault.throttle(status, Duration.ofSeconds(number(json, "retryAfter", 0)));
	}

	private static Fault withHeaders(Fault fault, JsonObject json) {
		Fault changed = json.has("retryAfter") ? fault.header("Retry-After", json.get("retryAfter").getAsString()) : fault;
		JsonObject headers = Json.child(json, "headers");
		for (String name : headers.keySet()) {
			changed = changed.header(name, headers.get(name).getAsString());
		}
		return changed;
	}

	private static RequestMatcher matcher(JsonObject json) {
		return new RequestMatcher(Json.string(json, "origin").map(o -> Origin.valueOf(o.toUpperCase(Locale.ROOT))),
				Json.string(json, "method"), Json.string(json, "path").map(Pattern::compile),
				Json.string(json, "requestBody").map(Pattern::compile));
	}

	private static int number(JsonObject json, String name, int otherwise) {
		return json.has(name) ? json.get(name).getAsInt() : otherwise;
	}

	private static Duration millis(JsonObject json, String name) {
		return Duration.ofMillis(number(json, name, 0));
	}

	/** @return all faults of a list */
	public Iterable<Fault> all(JsonArray list) {
		return list.asList().stream().map(f -> read(f.getAsJsonObject())).toList();
	}
}
