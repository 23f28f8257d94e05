package dev.latchkey.tenant.internal.graph;

import java.time.Clock;
import java.util.regex.MatchResult;

import com.google.gson.JsonObject;

import dev.latchkey.tenant.internal.Json;
import dev.latchkey.tenant.internal.directory.Catalogue;
import dev.latchkey.tenant.internal.directory.Directory;
import dev.latchkey.tenant.internal.directory.Objects;
import dev.latchkey.tenant.internal.directory.Snapshot;
import dev.latchkey.tenant.internal.directory.Table;
import dev.latchkey.tenant.internal.http.Answer;
import dev.latchkey.tenant.internal.http.Request;

/** {@code appRoleAssignments} of a client and {@code appRoleAssignedTo} of a resource: two sides of one thing. */
final class AppRoleAssignments {

	private static final String TYPE = "appRoleAssignment";

	/** From which side an assignment is seen. */
	enum Side {
		CLIENT("appRoleAssignments", "principalId"), RESOURCE("appRoleAssignedTo", "resourceId");

		private final String segment;
		private final String property;

		Side(String segment, String property) {
			this.segment = segment;
			this.property = property;
		}

		String segment() {
			return segment;
		}
	}

	private final Access access;
	private final Types types;
	private final Bodies bodies;
	private final Catalogue catalogue;
	private final Clock clock;
	private final int pageSize;

	AppRoleAssignments(Access access, Types types, Catalogue catalogue, Clock clock, int pageSize) {
		this.access = access;
		this.types = types;
		this.catalogue = catalogue;
		this.clock = clock;
		this.pageSize = pageSize;
		bodies = new Bodies(types);
	}

	Answer list(Side side, Request request, MatchResult path) {
		Caller caller = access.caller(request).require(Right.READ_ASSIGNMENTS);
		String id = Json.text(ServicePrincipals.find(caller.directory(), path), "id");
		return new Query(request, TYPE, types).page(context(side, id),
				caller.directory().all(Table.APP_ROLE_ASSIGNMENTS).filter(a -> Json.text(a, side.property).equals(id)),
				pageSize, o -> o);
	}

	Answer create(Side side, Request request, MatchResult path) {
		Caller caller = access.caller(request);
		JsonObject body = bodies.read(request, TYPE);
		String id = Json.text(ServicePrincipals.find(caller.directory(), path), "id");
		JsonObject principal = principal(caller.directory(), body, "principalId");
		JsonObject resource = principal(caller.directory(), body, "resourceId");
		caller.require(ServicePrincipals.isGraph(resource) ? Right.GRANT_GRAPH : Right.GRANT_OTHER);
		if (!Json.text(body, side.property).equals(id)) {
			throw GraphError.badRequest("Not a valid reference update.");
		}
		String roleId = Bodies.need(body, "appRoleId");
		if (Json.objects(resource, "appRoles").noneMatch(r -> assignable(r, roleId))) {
			throw GraphError.badRequest("Permission being assigned was not found on application '"
					+ Json.text(resource, "appId") + "'");
		}
		JsonObject created = caller.tenant().directory()
				.change(change -> add(change, new Objects(catalogue, clock, caller.tenant().id())
						.appRoleAssignment(principal, resource, roleId)));
		return new Query(request, TYPE, types).single(201, context(side, id), created);
	}

	Answer delete(Side side, Request request, MatchResult path) {
		Caller caller = access.caller(request);
		String id = Json.text(ServicePrincipals.find(caller.directory(), path), "id");
		JsonObject assignment = caller.directory().byId(Table.APP_ROLE_ASSIGNMENTS, path.group(3))
				.filter(a -> Json.text(a, side.property).equals(id))
				.orElseThrow(() -> GraphError.notFound(path.group(3)));
		boolean graph = caller.directory().byId(Table.SERVICE_PRINCIPALS, Json.text(assignment, "resourceId"))
				.map(ServicePrincipals::isGraph).orElse(false);
		caller.require(graph ? Right.GRANT_GRAPH : Right.GRANT_OTHER);
		boolean removed = caller.tenant().directory()
				.change(change -> change.remove(Table.APP_ROLE_ASSIGNMENTS, path.group(3)));
		if (!removed) {
			throw GraphError.notFound(path.group(3));
		}
		return GraphAnswer.empty(request);
	}

	private static JsonObject add(Directory.Change change, JsonObject assignment) {
		boolean there = change.now().all(Table.APP_ROLE_ASSIGNMENTS)
				.anyMatch(a -> same(a, assignment, "principalId") && same(a, assignment, "resourceId")
						&& same(a, assignment, "appRoleId"));
		if (there) {
			throw GraphError.badRequest("Permission being assigned already exists on the object");
		}
		change.put(Table.APP_ROLE_ASSIGNMENTS, assignment);
		return assignment;
	}

	private static boolean same(JsonObject one, JsonObject other, String name) {
		return Json.text(one, name).equalsIgnoreCase(Json.text(other, name));
	}

	private static boolean assignable(JsonObject role, String roleId) {
		return Json.text(role, "id").equalsIgnoreCase(roleId)
				&& Json.strings(role, "allowedMemberTypes").anyMatch("Application"::equals);
	}

	private static JsonObject principal(Snapshot directory, JsonObject body, String name) {
		return directory.byId(Table.SERVICE_PRINCIPALS, Bodies.need(body, name))
				.orElseThrow(() -> GraphError.badRequest("Not a valid reference update."));
	}

	private static String context(Side side, String id) {
		return "servicePrincipals('" + id + "')/" + side.segment;
	}
}
