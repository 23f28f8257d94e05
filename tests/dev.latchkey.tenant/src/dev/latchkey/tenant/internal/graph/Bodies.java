package dev.latchkey.tenant.internal.graph;

import com.google.gson.JsonObject;

import dev.latchkey.tenant.internal.Json;
import dev.latchkey.tenant.internal.http.Request;

/** Reads the JSON that clients send. */
final class Bodies {

	private final Types types;

	Bodies(Types types) {
		this.types = types;
	}

	/**
	 * @return the body, whose properties all belong to that type
	 * @throws GraphError
	 *             otherwise
	 */
	JsonObject read(Request request, String type) {
		if (!request.header("Content-Type").orElse("").startsWith("application/json")) {
			throw new GraphError(415, "UnsupportedMediaType", "The content type is not supported.");
		}
		JsonObject body = Json.parse(request.text()).orElseThrow(
				() -> new GraphError(400, "BadRequest", "Unable to read JSON request payload."));
		types.check(type, body);
		return body;
	}

	/**
	 * @return that string
	 * @throws GraphError
	 *             if it is absent
	 */
	static String need(JsonObject body, String name) {
		return Json.string(body, name).filter(v -> !v.isBlank()).orElseThrow(
				() -> GraphError.badRequest("A value is required for property '" + name + "' of resource."));
	}
}
