package dev.latchkey.registration.graph.undo;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.kiota.HttpMethod;
import com.microsoft.kiota.RequestInformation;

import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.Retry;
import dev.latchkey.registration.graph.tenant.GraphClient;
import dev.latchkey.registration.graph.tenant.GraphWrite;

/** The tenant as it is read now: everything once, until something is written. */
final class Reading {

	private final GraphClient graph;
	private final Retry.Pause pause;
	private final Map<String, Optional<JsonObject>> objects = new HashMap<>();
	private final Map<String, List<JsonObject>> lists = new HashMap<>();

	Reading(GraphClient graph, Retry.Pause pause) {
		this.graph = graph;
		this.pause = pause;
	}

	/** The same tenant, read anew. */
	Reading anew() {
		return new Reading(graph, pause);
	}

	/**
	 * @param path below the version, percent-encoded
	 * @return empty when there is none
	 */
	Optional<JsonObject> one(String path) throws Refusal {
		Optional<JsonObject> object = objects.get(path);
		if (object == null) {
			object = found(graph.request(HttpMethod.GET, path));
			objects.put(path, object);
		}
		return object;
	}

	/** All pages; empty when what they belong to is not there. */
	List<JsonObject> all(String path) throws Refusal {
		List<JsonObject> all = lists.get(path);
		if (all == null) {
			all = new ArrayList<>();
			Optional<JsonObject> page = found(graph.request(HttpMethod.GET, path));
			while (page.isPresent()) {
				for (JsonElement element : array(page.get(), "value")) { //$NON-NLS-1$
					all.add(element.getAsJsonObject());
				}
				String next = text(page.get(), "@odata.nextLink"); //$NON-NLS-1$
				page = next.isEmpty() ? Optional.empty() : found(at(next));
			}
			lists.put(path, all);
		}
		return all;
	}

	private RequestInformation at(String link) {
		RequestInformation request = graph.request(HttpMethod.GET, ""); //$NON-NLS-1$
		request.setUri(URI.create(link));
		return request;
	}

	private Optional<JsonObject> found(RequestInformation request) throws Refusal {
		try {
			return Optional.of(Retry.call(pause, () -> graph.read(request)));
		} catch (Refusal e) {
			if (e.status() == 404) {
				return Optional.empty();
			}
			throw e;
		}
	}

	/** What was read before counts no more. Writes are not tried again here, because what they depend on must be read again. */
	void delete(String path) throws Refusal {
		forget();
		try {
			graph.write(new GraphWrite(HttpMethod.DELETE, path, Optional.empty()));
		} catch (Refusal e) {
			if (e.status() != 404) {
				throw e;
			}
		}
	}

	/** As {@link #delete}: replaces one property. */
	void patch(String path, String property, JsonArray value) throws Refusal {
		forget();
		JsonObject body = new JsonObject();
		body.add(property, value);
		graph.write(new GraphWrite(HttpMethod.PATCH, path, Optional.of(body)));
	}

	private void forget() {
		objects.clear();
		lists.clear();
	}

	static JsonArray array(JsonObject json, String name) {
		return json.get(name) instanceof JsonArray array ? array : new JsonArray();
	}

	static String text(JsonObject json, String name) {
		JsonElement element = json.get(name);
		return element != null && element.isJsonPrimitive() ? element.getAsString() : ""; //$NON-NLS-1$
	}
}
