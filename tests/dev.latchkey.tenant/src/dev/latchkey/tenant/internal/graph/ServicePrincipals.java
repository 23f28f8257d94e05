package dev.latchkey.tenant.internal.graph;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;

import com.google.gson.JsonObject;

import dev.latchkey.tenant.internal.Json;
import dev.latchkey.tenant.internal.directory.Catalogue;
import dev.latchkey.tenant.internal.directory.Directory;
import dev.latchkey.tenant.internal.directory.Objects;
import dev.latchkey.tenant.internal.directory.Snapshot;
import dev.latchkey.tenant.internal.directory.Table;
import dev.latchkey.tenant.internal.directory.Tenant;
import dev.latchkey.tenant.internal.http.Answer;
import dev.latchkey.tenant.internal.http.Request;

/** {@code /servicePrincipals}. */
final class ServicePrincipals {

	static final String TYPE = "servicePrincipal";

	private final Access access;
	private final Types types;
	private final Bodies bodies;
	private final Catalogue catalogue;
	private final Clock clock;
	private final int pageSize;

	ServicePrincipals(Access access, Types types, Catalogue catalogue, Clock clock, int pageSize) {
		this.access = access;
		this.types = types;
		this.catalogue = catalogue;
		this.clock = clock;
		this.pageSize = pageSize;
		bodies = new Bodies(types);
	}

	Answer list(Request request, MatchResult path) {
		Caller caller = access.caller(request).require(Right.READ_APPLICATIONS);
		return new Query(request, TYPE, types).page("servicePrincipals", caller.directory().all(Table.SERVICE_PRINCIPALS),
				pageSize, Applications::withoutKeys);
	}

	Answer get(Request request, MatchResult path) {
		Caller caller = access.caller(request).require(Right.READ_APPLICATIONS);
		Query query = new Query(request, TYPE, types);
		JsonObject principal = find(caller.directory(), path);
		return query.single(200, "servicePrincipals",
				query.selects("keyCredentials") ? principal : Applications.withoutKeys(principal));
	}

	/** Answers a property that is a collection alone: group 3 is its name. */
	Answer property(Request request, MatchResult path) {
		Caller caller = access.caller(request).require(Right.READ_APPLICATIONS);
		JsonObject principal = find(caller.directory(), path);
		JsonObject body = Json.object("@odata.context", request.base() + "/v1.0/$metadata#servicePrincipals('"
				+ Json.text(principal, "id") + "')/" + path.group(3));
		body.add("value", principal.get(path.group(3)));
		return GraphAnswer.json(request, 200, body);
	}

	Answer create(Request request, MatchResult path) {
		Caller caller = access.caller(request).require(Right.WRITE_APPLICATIONS);
		String appId = Bodies.need(bodies.read(request, TYPE), "appId");
		Tenant tenant = caller.tenant();
		JsonObject created = tenant.directory().change(change -> {
			if (change.now().byAppId(Table.SERVICE_PRINCIPALS, appId).isPresent()) {
				throw new GraphError(409, "Request_MultipleObjectsWithSameKeyValue",
						"The service principal cannot be created, updated, or restored because the service principal"
								+ " name " + appId + " is already in use.");
			}
			JsonObject principal = make(change.now(), tenant, appId);
			change.put(Table.SERVICE_PRINCIPALS, principal);
			return principal;
		});
		return new Query(request, TYPE, types).single(201, "servicePrincipals", created);
	}

	/** What was granted to it or of it goes with it, and so do its directory roles. */
	Answer delete(Request request, MatchResult path) {
		Caller caller = access.caller(request).require(Right.WRITE_APPLICATIONS);
		String id = Json.text(find(caller.directory(), path), "id");
		boolean removed = caller.tenant().directory().change(change -> {
			removeAll(change, Table.APP_ROLE_ASSIGNMENTS, "principalId", id);
			removeAll(change, Table.APP_ROLE_ASSIGNMENTS, "resourceId", id);
			removeAll(change, Table.ROLE_ASSIGNMENTS, "principalId", id);
			return change.remove(Table.SERVICE_PRINCIPALS, id);
		});
		if (!removed) {
			throw GraphError.notFound(id);
		}
		return GraphAnswer.empty(request);
	}

	private static void removeAll(Directory.Change change, Table table, String property, String id) {
		change.now().all(table).filter(o -> Json.text(o, property).equals(id)).map(o -> Json.text(o, "id")).toList()
				.forEach(each -> change.remove(table, each));
	}

	private JsonObject make(Snapshot now, Tenant tenant, String appId) {
		Optional<JsonObject> application = now.byAppId(Table.APPLICATIONS, appId);
		if (application.isPresent()) {
			return new Objects(catalogue, clock, tenant.id()).servicePrincipal(application.get(),
					UUID.randomUUID().toString());
		}
		return catalogue.resourceName(appId).map(name -> catalogue.resourcePrincipal(name, tenant.id()))
				.orElseThrow(() -> new GraphError(400, "NoBackingApplicationObject", "The appId '" + appId
						+ "' of the service principal does not reference a valid application object."));
	}

	/**
	 * @param path
	 *            group 1 is a client id, group 2 an object id
	 * @return the service principal that the path names
	 * @throws GraphError
	 *             if there is none
	 */
	static JsonObject find(Snapshot directory, MatchResult path) {
		Optional<JsonObject> found = path.group(1) != null
				? directory.byAppId(Table.SERVICE_PRINCIPALS, path.group(1))
				: directory.byId(Table.SERVICE_PRINCIPALS, path.group(2));
		return found.orElseThrow(() -> GraphError.notFound(path.group(1) == null ? path.group(2) : path.group(1)));
	}

	/** @return whether that service principal is Microsoft Graph's */
	static boolean isGraph(JsonObject principal) {
		return Json.text(principal, "appId").equals("00000003-0000-0000-c000-000000000000");
	}
}
