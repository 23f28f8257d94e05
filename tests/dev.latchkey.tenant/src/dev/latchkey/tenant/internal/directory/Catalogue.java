package dev.latchkey.tenant.internal.directory;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import dev.latchkey.tenant.internal.Json;

/** Microsoft's own applications and directory roles, and what a new object of a type looks like. */
public final class Catalogue {

	private static final String MICROSOFT_TENANT = "f8cdef31-a31e-4b4a-93e4-5f571e91255a";

	private final JsonObject resources = Json.resource(Catalogue.class, "resources.json");
	private final JsonObject roles = Json.resource(Catalogue.class, "roles.json");
	private final JsonObject templates = Json.resource(Catalogue.class, "templates.json");

	/** @return a new object of that type with its default values */
	public JsonObject template(String type) {
		return templates.getAsJsonObject(type).deepCopy();
	}

	/** @return template id of a directory role by its name */
	public String role(String name) {
		return Json.string(roles, name)
				.orElseThrow(() -> new IllegalArgumentException("No directory role " + name));
	}

	/** @return names of all directory roles */
	public Stream<String> roleNames() {
		return roles.keySet().stream();
	}

	/** @return name of a directory role by its template id */
	public Optional<String> roleName(String templateId) {
		return roleNames().filter(n -> role(n).equalsIgnoreCase(templateId)).findFirst();
	}

	/** @return names of all resources */
	public Stream<String> resourceNames() {
		return resources.keySet().stream();
	}

	public String appId(String resourceName) {
		return Json.text(resource(resourceName), "appId");
	}

	public Optional<String> resourceName(String appId) {
		return resourceNames().filter(n -> appId(n).equalsIgnoreCase(appId)).findFirst();
	}

	/** @return addresses that mean a resource in a scope */
	public Stream<String> addresses(String resourceName) {
		return Json.strings(resource(resourceName), "names");
	}

	/** @return id of a permission of a resource; {@code scope:} before the name means a delegated one */
	public String permission(String resourceName, String value) {
		boolean scope = value.startsWith("scope:");
		return Json.objects(resource(resourceName), scope ? "scopes" : "roles")
				.filter(r -> Json.text(r, "value").equals(scope ? value.substring(6) : value))
				.map(r -> Json.text(r, "id")).findFirst()
				.orElseThrow(() -> new IllegalArgumentException("No permission " + value + " of " + resourceName));
	}

	/** @return the service principal that a resource has in a tenant; always the same id there */
	public JsonObject resourcePrincipal(String resourceName, String tenantId) {
		JsonObject resource = resource(resourceName);
		String appId = Json.text(resource, "appId");
		JsonObject principal = template("servicePrincipal");
		principal.addProperty("id", UUID.nameUUIDFromBytes((tenantId + appId).getBytes(StandardCharsets.UTF_8)).toString());
		principal.addProperty("appId", appId);
		principal.addProperty("displayName", resourceName);
		principal.addProperty("appDisplayName", resourceName);
		principal.addProperty("appOwnerOrganizationId", MICROSOFT_TENANT);
		principal.addProperty("signInAudience", "AzureADMultipleOrgs");
		JsonArray names = Json.array(appId);
		Json.strings(resource, "names").forEach(names::add);
		principal.add("servicePrincipalNames", names);
		principal.add("appRoles", Json.array(Json.objects(resource, "roles").map(Catalogue::appRole).toList()));
		principal.add("oauth2PermissionScopes",
				Json.array(Json.objects(resource, "scopes").map(Catalogue::scope).toList()));
		return principal;
	}

	private JsonObject resource(String name) {
		if (!resources.has(name)) {
			throw new IllegalArgumentException("No resource " + name);
		}
		return resources.getAsJsonObject(name);
	}

	private static JsonObject appRole(JsonObject role) {
		return Json.object("allowedMemberTypes", Json.array("Application"), "description",
				role.get("displayName"), "displayName", role.get("displayName"), "id", role.get("id"), "isEnabled",
				true, "origin", "Application", "value", role.get("value"));
	}

	private static JsonObject scope(JsonObject scope) {
		return Json.object("adminConsentDescription", scope.get("displayName"), "adminConsentDisplayName",
				scope.get("displayName"), "id", scope.get("id"), "isEnabled", true, "type", "Admin",
				"userConsentDescription", null, "userConsentDisplayName", null, "value", scope.get("value"));
	}
}
