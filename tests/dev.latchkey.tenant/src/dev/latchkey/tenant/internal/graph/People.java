package dev.latchkey.tenant.internal.graph;

import java.util.regex.MatchResult;
import java.util.stream.Stream;

import com.google.gson.JsonObject;

import dev.latchkey.tenant.internal.Json;
import dev.latchkey.tenant.internal.directory.Table;
import dev.latchkey.tenant.internal.http.Answer;
import dev.latchkey.tenant.internal.http.Request;

/** {@code /me} and {@code /users}. */
final class People {

	private static final String TYPE = "user";

	private final Access access;
	private final Types types;
	private final RoleManagement roles;
	private final int pageSize;

	People(Access access, Types types, RoleManagement roles, int pageSize) {
		this.access = access;
		this.types = types;
		this.roles = roles;
		this.pageSize = pageSize;
	}

	Answer me(Request request, MatchResult path) {
		Caller caller = person(request);
		JsonObject user = caller.directory().byId(Table.USERS, caller.objectId())
				.orElseThrow(() -> GraphError.notFound(caller.objectId()));
		return new Query(request, TYPE, types).single(200, "users", user);
	}

	/** Memberships; people of this tenant are members of directory roles only. */
	Answer memberOf(Request request, MatchResult path) {
		Caller caller = person(request);
		Stream<JsonObject> memberships = caller.directory().all(Table.ROLE_ASSIGNMENTS)
				.filter(a -> Json.text(a, "principalId").equals(caller.objectId()))
				.map(a -> roles.directoryRole(Json.text(a, "roleDefinitionId")));
		boolean cast = path.group().endsWith("directoryRole");
		return new Query(request, "directoryRole", types).page(cast ? "directoryRoles" : "directoryObjects", memberships,
				pageSize, o -> cast ? withoutType(o) : o);
	}

	Answer list(Request request, MatchResult path) {
		Caller caller = access.caller(request).require(Right.READ_USERS);
		return new Query(request, TYPE, types).page("users", caller.directory().all(Table.USERS), pageSize, o -> o);
	}

	Answer get(Request request, MatchResult path) {
		Caller caller = access.caller(request).require(Right.READ_USERS);
		String name = path.group(1);
		JsonObject user = caller.directory().first(Table.USERS,
				u -> Json.text(u, "id").equals(name) || Json.text(u, "userPrincipalName").equalsIgnoreCase(name))
				.orElseThrow(() -> GraphError.notFound(name));
		return new Query(request, TYPE, types).single(200, "users", user);
	}

	private Caller person(Request request) {
		Caller caller = access.caller(request);
		if (caller.application()) {
			throw new GraphError(400, "BadRequest", "/me request is only valid with delegated authentication flow.");
		}
		return caller.require(Right.READ_ME);
	}

	private static JsonObject withoutType(JsonObject object) {
		object.remove("@odata.type");
		return object;
	}
}
