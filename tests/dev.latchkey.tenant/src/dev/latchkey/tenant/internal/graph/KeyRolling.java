package dev.latchkey.tenant.internal.graph;

import java.util.function.BiFunction;
import java.util.regex.MatchResult;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import dev.latchkey.tenant.internal.Json;
import dev.latchkey.tenant.internal.directory.Snapshot;
import dev.latchkey.tenant.internal.directory.Table;
import dev.latchkey.tenant.internal.entra.ProofVerifier;
import dev.latchkey.tenant.internal.http.Answer;
import dev.latchkey.tenant.internal.http.Request;

/** {@code addKey} and {@code removeKey} of an application, which proves that it holds one of its keys. */
final class KeyRolling {

	private static final String KEYS = "keyCredentials";

	private final Access access;
	private final Bodies bodies;
	private final ProofVerifier verifier;

	KeyRolling(Access access, Types types, ProofVerifier verifier) {
		this.access = access;
		this.bodies = new Bodies(types);
		this.verifier = verifier;
	}

	Answer add(Request request, MatchResult path) {
		JsonObject added = roll(request, path, "addKey", (call, change) -> {
			String id = Json.text(change.application(), "id");
			return new KeyCredentials(change.application().getAsJsonArray(KEYS),
					ApplicationRelations.restrictions(change.now(), id)).add(Json.child(call, "keyCredential"));
		});
		JsonObject answer = Json.object("@odata.context", request.base() + "/v1.0/$metadata#microsoft.graph.keyCredential");
		added.entrySet().forEach(e -> answer.add(e.getKey(), e.getKey().equals("key") ? null : e.getValue()));
		return GraphAnswer.json(request, 200, answer);
	}

	Answer remove(Request request, MatchResult path) {
		roll(request, path, "removeKey", (call, change) -> {
			String keyId = Bodies.need(call, "keyId");
			JsonArray keys = change.application().getAsJsonArray(KEYS);
			for (JsonElement key : keys) {
				if (Json.text(key.getAsJsonObject(), "keyId").equalsIgnoreCase(keyId)) {
					keys.remove(key);
					return key.getAsJsonObject();
				}
			}
			throw GraphError.badRequest("No credentials found to be removed.");
		});
		return GraphAnswer.empty(request);
	}

	private record Rolled(JsonObject application, Snapshot now) {
	}

	/** @return what {@code work} answers, which changes the application's own list */
	private JsonObject roll(Request request, MatchResult path, String action,
			BiFunction<JsonObject, Rolled, JsonObject> work) {
		Caller caller = access.caller(request);
		JsonObject call = bodies.read(request, action);
		String proof = Bodies.need(call, "proof");
		return caller.tenant().directory().change(change -> {
			JsonObject application = Applications.find(change.now(), path)
					.orElseThrow(() -> GraphError.notFound(path.group(1) == null ? path.group(2) : path.group(1))).deepCopy();
			if (!caller.application() || !verifier.proves(proof, application)) {
				throw new GraphError(401, "Authentication_MissingOrMalformed", "Access Token missing or malformed.");
			}
			if (!caller.clientId().equals(Json.text(application, "appId"))) {
				caller.require(Right.WRITE_APPLICATIONS);
			}
			JsonObject answer = work.apply(call, new Rolled(application, change.now()));
			change.put(Table.APPLICATIONS, application);
			return answer;
		});
	}
}
