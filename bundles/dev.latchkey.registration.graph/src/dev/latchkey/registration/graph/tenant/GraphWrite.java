package dev.latchkey.registration.graph.tenant;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.microsoft.kiota.HttpMethod;

import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.GraphRequest;

/**
 * One request that changes a tenant. What people are shown and what is sent are made from the same of these, so that they
 * cannot differ.
 *
 * @param path below the version, percent-encoded
 */
public record GraphWrite(HttpMethod method, String path, Optional<JsonObject> body) {

	private static final Gson PRETTY = new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping()
			.create();

	/** Replaces the application's key credentials by these: Graph knows no other way for an administrator. */
	static GraphWrite keyCredentials(ApplicationState application, Iterable<JsonObject> keys) {
		JsonArray all = new JsonArray();
		keys.forEach(all::add);
		return patch(application, "keyCredentials", all); //$NON-NLS-1$
	}

	/** Replaces the application's list of permissions by this one. */
	static GraphWrite requiredResourceAccess(ApplicationState application, JsonArray required) {
		return patch(application, "requiredResourceAccess", required); //$NON-NLS-1$
	}

	private static GraphWrite patch(ApplicationState application, String property, JsonArray value) {
		JsonObject body = new JsonObject();
		body.add(property, value);
		return new GraphWrite(HttpMethod.PATCH, "/applications/" + segment(application.objectId()), Optional.of(body)); //$NON-NLS-1$
	}

	static GraphWrite servicePrincipal(String appId) {
		return post("/servicePrincipals", "appId", appId); //$NON-NLS-1$ //$NON-NLS-2$
	}

	static GraphWrite grant(String principalId, Grant grant) {
		return post("/servicePrincipals/" + segment(principalId) + "/appRoleAssignments", //$NON-NLS-1$ //$NON-NLS-2$
				"principalId", principalId, //$NON-NLS-1$
				"resourceId", grant.resourceId(), //$NON-NLS-1$
				"appRoleId", grant.roleId()); //$NON-NLS-1$
	}

	static GraphWrite revocation(String principalId, String assignmentId) {
		return new GraphWrite(HttpMethod.DELETE, "/servicePrincipals/" + segment(principalId) + "/appRoleAssignments/" //$NON-NLS-1$ //$NON-NLS-2$
				+ segment(assignmentId), Optional.empty());
	}

	static GraphWrite directoryRole(String principalId, String roleTemplateId) {
		return post("/roleManagement/directory/roleAssignments", //$NON-NLS-1$
				"principalId", principalId, //$NON-NLS-1$
				"roleDefinitionId", roleTemplateId, //$NON-NLS-1$
				"directoryScopeId", "/"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** Adds the certificate beside the others, with what Microsoft's page asks for and no more. */
	static GraphWrite addKey(String objectId, KeyCredential added, String proof) {
		JsonObject key = new JsonObject();
		for (String name : new String[] { "type", "usage", "key" }) { //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			key.add(name, added.json().get(name));
		}
		JsonObject body = new JsonObject();
		body.add("keyCredential", key); //$NON-NLS-1$
		body.add("passwordCredential", JsonNull.INSTANCE); //$NON-NLS-1$
		body.addProperty("proof", proof); //$NON-NLS-1$
		return new GraphWrite(HttpMethod.POST, "/applications/" + segment(objectId) + "/addKey", Optional.of(body)); //$NON-NLS-1$ //$NON-NLS-2$
	}

	static GraphWrite removeKey(String objectId, String keyId, String proof) {
		return post("/applications/" + segment(objectId) + "/removeKey", "keyId", keyId, "proof", proof); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	private static GraphWrite post(String path, String... namesAndValues) {
		JsonObject body = new JsonObject();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			body.addProperty(namesAndValues[i], namesAndValues[i + 1]);
		}
		return new GraphWrite(HttpMethod.POST, path, Optional.of(body));
	}

	/** As it stands in a path. */
	static String segment(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** For people. */
	GraphRequest shown(Cloud cloud) {
		return new GraphRequest(method.name(), URI.create(cloud.graph() + GraphClient.VERSION + path),
				body.map(PRETTY::toJson).orElse("")); //$NON-NLS-1$
	}

	/** Tells nothing of the body, which may hold a proof. */
	@Override
	public String toString() {
		return method + " " + path; //$NON-NLS-1$
	}
}
