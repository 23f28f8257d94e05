package dev.latchkey.tenant.internal.graph;

import java.time.Clock;
import java.util.regex.MatchResult;

import com.google.gson.JsonObject;

import dev.latchkey.tenant.internal.Json;
import dev.latchkey.tenant.internal.directory.Catalogue;
import dev.latchkey.tenant.internal.directory.Objects;
import dev.latchkey.tenant.internal.directory.Snapshot;
import dev.latchkey.tenant.internal.directory.Table;
import dev.latchkey.tenant.internal.http.Answer;
import dev.latchkey.tenant.internal.http.Request;

/** {@code /roleManagement/directory}. */
final class RoleManagement {

	private static final String ASSIGNMENT = "unifiedRoleAssignment";
	private static final String DEFINITION = "unifiedRoleDefinition";

	private final Access access;
	private final Types types;
	private final Bodies bodies;
	private final Catalogue catalogue;
	private final Clock clock;
	private final int pageSize;

	RoleManagement(Access access, Types types, Catalogue catalogue, Clock clock, int pageSize) {
		this.access = access;
		this.types = types;
		this.catalogue = catalogue;
		this.clock = clock;
		this.pageSize = pageSize;
		bodies = new Bodies(types);
	}

	Answer assignments(Request request, MatchResult path) {
		Caller caller = access.caller(request).require(Right.READ_ROLES);
		return new Query(request, ASSIGNMENT, types).page("roleManagement/directory/roleAssignments",
				caller.directory().all(Table.ROLE_ASSIGNMENTS), pageSize, o -> o);
	}

	Answer assignment(Request request, MatchResult path) {
		Caller caller = access.caller(request).require(Right.READ_ROLES);
		JsonObject assignment = caller.directory().byId(Table.ROLE_ASSIGNMENTS, path.group(1))
				.orElseThrow(() -> GraphError.notFound(path.group(1)));
		return new Query(request, ASSIGNMENT, types).single(200, "roleManagement/directory/roleAssignments", assignment);
	}

	Answer create(Request request, MatchResult path) {
		Caller caller = access.caller(request).require(Right.WRITE_ROLES);
		JsonObject body = bodies.read(request, ASSIGNMENT);
		String principalId = Bodies.need(body, "principalId");
		String role = catalogue.roleName(Bodies.need(body, "roleDefinitionId"))
				.orElseThrow(() -> GraphError.badRequest("The role definition does not exist."));
		if (!Bodies.need(body, "directoryScopeId").equals("/")) {
			throw GraphError.badRequest("The directory scope does not exist.");
		}
		if (!exists(caller.directory(), principalId)) {
			throw GraphError.notFound(principalId);
		}
		JsonObject assignment = new Objects(catalogue, clock, caller.tenant().id()).roleAssignment(principalId, role);
		caller.tenant().directory().change(change -> {
			boolean there = change.now().all(Table.ROLE_ASSIGNMENTS)
					.anyMatch(a -> Json.text(a, "principalId").equals(principalId)
							&& a.get("roleDefinitionId").equals(assignment.get("roleDefinitionId")));
			if (there) {
				throw GraphError.badRequest("A conflicting object with one or more of the specified property values"
						+ " is present in the directory.");
			}
			change.put(Table.ROLE_ASSIGNMENTS, assignment);
			return null;
		});
		return new Query(request, ASSIGNMENT, types).single(201, "roleManagement/directory/roleAssignments", assignment);
	}

	Answer delete(Request request, MatchResult path) {
		Caller caller = access.caller(request).require(Right.WRITE_ROLES);
		boolean removed = caller.tenant().directory()
				.change(change -> change.remove(Table.ROLE_ASSIGNMENTS, path.group(1)));
		if (!removed) {
			throw GraphError.notFound(path.group(1));
		}
		return GraphAnswer.empty(request);
	}

	Answer definitions(Request request, MatchResult path) {
		access.caller(request).require(Right.READ_ROLES);
		return new Query(request, DEFINITION, types).page("roleManagement/directory/roleDefinitions",
				catalogue.roleNames().map(this::definition), pageSize, o -> o);
	}

	Answer definition(Request request, MatchResult path) {
		access.caller(request).require(Right.READ_ROLES);
		String name = catalogue.roleName(path.group(1)).orElseThrow(() -> GraphError.notFound(path.group(1)));
		return new Query(request, DEFINITION, types).single(200, "roleManagement/directory/roleDefinitions",
				definition(name));
	}

	/** @return a role as a group member sees it */
	JsonObject directoryRole(String templateId) {
		String name = catalogue.roleName(templateId).orElse(templateId);
		return Json.object("@odata.type", "#microsoft.graph.directoryRole", "id", templateId, "deletedDateTime", null,
				"description", name, "displayName", name, "roleTemplateId", templateId);
	}

	private JsonObject definition(String name) {
		String id = catalogue.role(name);
		return Json.object("id", id, "description", name, "displayName", name, "isBuiltIn", true, "isEnabled", true,
				"resourceScopes", Json.array("/"), "templateId", id, "version", "1", "rolePermissions", Json.array());
	}

	private static boolean exists(Snapshot directory, String principalId) {
		return directory.byId(Table.SERVICE_PRINCIPALS, principalId).isPresent()
				|| directory.byId(Table.USERS, principalId).isPresent();
	}
}
