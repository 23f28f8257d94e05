package dev.latchkey.cli;

import java.util.Collection;
import java.util.Optional;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/** What a command found or did, for programs and for people. */
interface Report {

	/** Why the command could not do what it was asked for; empty when it could. */
	default Optional<Refusal> refusal() {
		return Optional.empty();
	}

	/** What the process ends with. */
	default int exitCode() {
		return refusal().isPresent() ? 1 : 0;
	}

	/** The whole document. */
	JsonObject json();

	/** For people, without the sentence of the {@link #refusal()}. */
	void print(Page page);

	/** A document that begins with what every one has. */
	static JsonObject document(Optional<Refusal> refusal, String reason) {
		JsonObject json = new JsonObject();
		json.addProperty("status", refusal.isPresent() ? "error" : "ok"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		json.add("reason", reason == null ? JsonNull.INSTANCE : new JsonPrimitive(reason)); //$NON-NLS-1$
		refusal.ifPresent(each -> json.addProperty("message", each.getMessage())); //$NON-NLS-1$
		return json;
	}

	/** The certificates in their order. */
	static JsonArray entries(Collection<Described> certificates) {
		JsonArray array = new JsonArray();
		certificates.forEach(each -> array.add(each.json()));
		return array;
	}
}
