package dev.latchkey.registration.graph.tenant;

import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * The application as it is in the tenant now.
 *
 * @param created when the application was created; the beginning of time when that is unknown
 */
record ApplicationState(String objectId, String name, Instant created, List<KeyCredential> keys, JsonArray required) {

	static final String[] SELECT = { "id", "appId", "displayName", "createdDateTime", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
			"keyCredentials", "requiredResourceAccess" }; //$NON-NLS-1$ //$NON-NLS-2$

	static ApplicationState of(JsonObject json) {
		List<KeyCredential> keys = new ArrayList<>();
		array(json, "keyCredentials").forEach(key -> keys.add(new KeyCredential(key.getAsJsonObject()))); //$NON-NLS-1$
		return new ApplicationState(json.get("id").getAsString(), text(json, "displayName"), //$NON-NLS-1$ //$NON-NLS-2$
				time(json, "createdDateTime").orElse(Instant.MIN), List.copyOf(keys), //$NON-NLS-1$
				array(json, "requiredResourceAccess")); //$NON-NLS-1$
	}

	Optional<KeyCredential> key(X509Certificate certificate) {
		return keys.stream().filter(key -> key.is(certificate)).findFirst();
	}

	Set<String> keyIds() {
		return Set.copyOf(keys.stream().map(KeyCredential::keyId).toList());
	}

	/** The same with one more. */
	ApplicationState with(KeyCredential key) {
		List<KeyCredential> all = Stream.concat(keys.stream(), Stream.of(key)).toList();
		return new ApplicationState(objectId, name, created, all, required);
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

	static Optional<Instant> time(JsonObject json, String name) {
		try {
			return Optional.of(OffsetDateTime.parse(text(json, name)).toInstant());
		} catch (DateTimeException e) {
			return Optional.empty();
		}
	}
}
