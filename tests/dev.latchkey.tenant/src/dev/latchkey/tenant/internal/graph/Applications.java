package dev.latchkey.tenant.internal.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import dev.latchkey.tenant.internal.Json;
import dev.latchkey.tenant.internal.directory.Snapshot;
import dev.latchkey.tenant.internal.directory.Table;
import dev.latchkey.tenant.internal.http.Answer;
import dev.latchkey.tenant.internal.http.Request;

/** {@code /applications}. */
final class Applications {

	private static final String TYPE = "application";
	private static final Set<String> READ_ONLY = Set.of("id", "appId", "createdDateTime", "deletedDateTime",
			"publisherDomain", "disabledByMicrosoftStatus");
	private static final int MOST_APIS = 50;
	private static final int MOST_PERMISSIONS = 400;

	private final Access access;
	private final Types types;
	private final Bodies bodies;
	private final int pageSize;

	Applications(Access access, Types types, int pageSize) {
		this.access = access;
		this.types = types;
		this.pageSize = pageSize;
		bodies = new Bodies(types);
	}

	Answer list(Request request, MatchResult path) {
		Caller caller = access.caller(request).require(Right.READ_APPLICATIONS);
		return new Query(request, TYPE, types).page("applications", caller.directory().all(Table.APPLICATIONS), pageSize,
				Applications::withoutKeys);
	}

	Answer get(Request request, MatchResult path) {
		Caller caller = access.caller(request).require(Right.READ_APPLICATIONS);
		Query query = new Query(request, TYPE, types);
		JsonObject application = find(caller.directory(), path)
				.orElseThrow(() -> GraphError.notFound(path.group(1) == null ? path.group(2) : path.group(1)));
		return query.single(200, "applications",
				query.selects("keyCredentials") ? application : withoutKeys(application));
	}

	Answer patch(Request request, MatchResult path) {
		Caller caller = access.caller(request);
		boolean owner = find(caller.directory(), path).map(a -> Json.text(a, "id"))
				.map(id -> ApplicationRelations.isOwner(caller.directory(), id, caller.objectId())).orElse(false);
		caller.require(owner ? Right.WRITE_OWN_APPLICATIONS : Right.WRITE_APPLICATIONS);
		JsonObject body = bodies.read(request, TYPE);
		body.keySet().stream().filter(READ_ONLY::contains).findFirst().ifPresent(n -> {
			throw GraphError.badRequest("Property '" + n + "' is read-only and cannot be set.");
		});
		Snapshot visible = caller.directory();
		caller.tenant().directory().change(change -> {
			JsonObject old = find(visible, path).flatMap(a -> change.now().byId(Table.APPLICATIONS, Json.text(a, "id")))
					.orElseThrow(() -> GraphError.notFound(path.group(1) == null ? path.group(2) : path.group(1)));
			change.put(Table.APPLICATIONS, patched(old, body, change.now()));
			return null;
		});
		return GraphAnswer.empty(request);
	}

	static Optional<JsonObject> find(Snapshot directory, MatchResult path) {
		return path.group(1) != null ? directory.byAppId(Table.APPLICATIONS, path.group(1))
				: directory.byId(Table.APPLICATIONS, path.group(2));
	}

	private static JsonObject patched(JsonObject old, JsonObject body, Snapshot now) {
		JsonObject application = old.deepCopy();
		body.entrySet().forEach(e -> {
			if (!e.getKey().contains("@")) {
				application.add(e.getKey(), e.getValue().deepCopy());
			}
		});
		if (body.has("keyCredentials")) {
			application.add("keyCredentials", new KeyCredentials(old.getAsJsonArray("keyCredentials"),
					ApplicationRelations.restrictions(now, Json.text(old, "id"))).replace(list(body, "keyCredentials")));
		}
		if (body.has("requiredResourceAccess")) {
			required(list(body, "requiredResourceAccess"));
		}
		return application;
	}

	private static JsonArray list(JsonObject body, String name) {
		if (!body.get(name).isJsonArray()) {
			throw GraphError.badRequest("Property " + name + " in payload has a value that does not match schema.");
		}
		return body.getAsJsonArray(name);
	}

	private static void required(JsonArray list) {
		List<JsonObject> resources = list.asList().stream().map(e -> e.getAsJsonObject()).toList();
		Set<String> ids = new HashSet<>();
		int permissions = 0;
		for (JsonObject resource : resources) {
			if (!ids.add(Bodies.need(resource, "resourceAppId"))) {
				throw GraphError.badRequest("The resource application is listed more than once.");
			}
			for (JsonObject permission : Json.objects(resource, "resourceAccess").toList()) {
				Bodies.need(permission, "id");
				if (!Set.of("Role", "Scope").contains(Json.text(permission, "type"))) {
					throw GraphError.badRequest("Invalid value specified for property 'type' of resource 'ResourceAccess'.");
				}
				permissions++;
			}
		}
		if (ids.size() > MOST_APIS || permissions > MOST_PERMISSIONS) {
			throw GraphError.badRequest("The application requires too many permissions.");
		}
	}

	/** Keys are answered only when a single object's credentials are selected. */
	static JsonObject withoutKeys(JsonObject object) {
		JsonObject copy = object.deepCopy();
		Json.objects(copy, "keyCredentials").forEach(c -> c.add("key", null));
		return copy;
	}
}
