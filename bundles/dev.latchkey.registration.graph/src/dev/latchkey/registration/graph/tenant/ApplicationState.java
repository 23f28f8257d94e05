package dev.latchkey.registration.graph.tenant;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** The application as it is in the tenant now. */
record ApplicationState(String objectId, String name, List<KeyCredential> keys, JsonArray required) {

	static final String[] SELECT = { "id", "appId", "displayName", "keyCredentials", "requiredResourceAccess" }; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$

	static ApplicationState of(JsonObject json) {
		List<KeyCredential> keys = new ArrayList<>();
		array(json, "keyCredentials").forEach(key -> keys.add(new KeyCredential(key.getAsJsonObject()))); //$NON-NLS-1$
		return new ApplicationState(json.get("id").getAsString(), text(json, "displayName"), List.copyOf(keys), //$NON-NLS-1$ //$NON-NLS-2$
				array(json, "requiredResourceAccess")); //$NON-NLS-1$
	}

	Optional<KeyCredential> key(X509Certificate certificate) {
		return keys.stream().filter(key -> key.is(certificate)).findFirst();
	}

	Set<String> keyIds() {
		return Set.copyOf(keys.stream().map(KeyCredential::keyId).toList());
	}

	/** Ids of the application permissions that are declared for that API. */
	Set<String> declared(String resourceAppId) {
		Set<String> ids = new HashSet<>();
		for (JsonElement entry : required) {
			JsonObject resource = entry.getAsJsonObject();
			if (resourceAppId.equalsIgnoreCase(text(resource, "resourceAppId"))) { //$NON-NLS-1$
				for (JsonElement access : array(resource, "resourceAccess")) { //$NON-NLS-1$
					if ("Role".equals(text(access.getAsJsonObject(), "type"))) { //$NON-NLS-1$ //$NON-NLS-2$
						ids.add(text(access.getAsJsonObject(), "id")); //$NON-NLS-1$
					}
				}
			}
		}
		return ids;
	}

	static JsonArray array(JsonObject json, String name) {
		return json.get(name) instanceof JsonArray array ? array : new JsonArray();
	}

	static String text(JsonObject json, String name) {
		JsonElement element = json.get(name);
		return element != null && element.isJsonPrimitive() ? element.getAsString() : ""; //$NON-NLS-1$
	}
}
