package dev.latchkey.tenant.internal.graph;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.stream.Stream;

import com.google.gson.JsonObject;

import dev.latchkey.tenant.internal.Json;
import dev.latchkey.tenant.internal.directory.Snapshot;
import dev.latchkey.tenant.internal.directory.Table;
import dev.latchkey.tenant.internal.http.Answer;
import dev.latchkey.tenant.internal.http.Request;

/** What belongs to one application: {@code owners} and {@code appManagementPolicies}. */
final class ApplicationRelations {

	private final Access access;
	private final Types types;
	private final int pageSize;

	ApplicationRelations(Access access, Types types, int pageSize) {
		this.access = access;
		this.types = types;
		this.pageSize = pageSize;
	}

	Answer owners(Request request, MatchResult path) {
		Caller caller = access.caller(request).require(Right.READ_APPLICATIONS);
		String id = id(caller.directory(), path);
		Stream<JsonObject> owners = of(caller.directory(), Table.OWNERS, id)
				.flatMap(o -> caller.directory().byId(Table.USERS, Json.text(o, "userId")).stream());
		return new Query(request, "user", types).page("directoryObjects", owners, pageSize, ApplicationRelations::user);
	}

	Answer policies(Request request, MatchResult path) {
		Caller caller = access.caller(request).require(Right.READ_POLICY);
		String id = id(caller.directory(), path);
		return new Query(request, "appManagementPolicy", types).page("policies/appManagementPolicies",
				of(caller.directory(), Table.APP_POLICIES, id).map(o -> Json.child(o, "policy")), pageSize, o -> o);
	}

	/** @return whether that person owns that application */
	static boolean isOwner(Snapshot directory, String applicationId, String userId) {
		return of(directory, Table.OWNERS, applicationId).anyMatch(o -> Json.text(o, "userId").equals(userId));
	}

	/** @return the restrictions that hold for that application's credentials, with the policy's name */
	static Optional<JsonObject> restrictions(Snapshot directory, String applicationId) {
		Optional<JsonObject> own = of(directory, Table.APP_POLICIES, applicationId).map(o -> Json.child(o, "policy"))
				.filter(ApplicationRelations::enabled).findFirst();
		return own.isPresent() ? own.map(p -> named(p, "restrictions"))
				: directory.first(Table.POLICY, ApplicationRelations::enabled).map(p -> named(p, "applicationRestrictions"));
	}

	private static boolean enabled(JsonObject policy) {
		return policy.get("isEnabled").getAsBoolean();
	}

	private static JsonObject named(JsonObject policy, String part) {
		return Json.object("displayName", Json.text(policy, "displayName"), "keyCredentials",
				Json.child(policy, part).get("keyCredentials"));
	}

	private static Stream<JsonObject> of(Snapshot directory, Table table, String applicationId) {
		return directory.all(table).filter(o -> Json.text(o, "applicationId").equals(applicationId));
	}

	private static String id(Snapshot directory, MatchResult path) {
		return Applications.find(directory, path).map(a -> Json.text(a, "id"))
				.orElseThrow(() -> GraphError.notFound(path.group(1) == null ? path.group(2) : path.group(1)));
	}

	private static JsonObject user(JsonObject user) {
		JsonObject typed = user.deepCopy();
		typed.addProperty("@odata.type", "#microsoft.graph.user");
		return typed;
	}
}
