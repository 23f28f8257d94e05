package dev.latchkey.registration.graph.tenant;

import java.util.List;
import java.util.Map;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** An application's {@code requiredResourceAccess}. */
final class Declaration {

	private static final String RESOURCE = "resourceAppId"; //$NON-NLS-1$
	private static final String ACCESS = "resourceAccess"; //$NON-NLS-1$

	private Declaration() {
	}

	/**
	 * The same list with more application permissions.
	 *
	 * @param missing ids of app roles by the resource's application id
	 */
	static JsonArray extended(JsonArray required, Map<String, List<String>> missing) {
		JsonArray all = required.deepCopy();
		missing.forEach((resource, roles) -> {
			JsonArray access = access(all, resource);
			roles.forEach(role -> access.add(entry(role)));
		});
		return all;
	}

	private static JsonArray access(JsonArray all, String resource) {
		for (JsonElement element : all) {
			JsonObject entry = element.getAsJsonObject();
			if (resource.equalsIgnoreCase(ApplicationState.text(entry, RESOURCE))
					&& entry.get(ACCESS) instanceof JsonArray access) {
				return access;
			}
		}
		JsonArray access = new JsonArray();
		JsonObject entry = new JsonObject();
		entry.addProperty(RESOURCE, resource);
		entry.add(ACCESS, access);
		all.add(entry);
		return access;
	}

	private static JsonObject entry(String role) {
		JsonObject entry = new JsonObject();
		entry.addProperty("id", role); //$NON-NLS-1$
		entry.addProperty("type", "Role"); //$NON-NLS-1$ //$NON-NLS-2$
		return entry;
	}
}
