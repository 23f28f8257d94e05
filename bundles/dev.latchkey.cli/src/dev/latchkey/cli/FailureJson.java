package dev.latchkey.cli;

import java.util.Optional;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

import dev.latchkey.registration.Failure;

/** What went wrong, for programs and for people. */
final class FailureJson {

	private FailureJson() {
	}

	static JsonElement of(Optional<Failure> failure) {
		return failure.<JsonElement>map(FailureJson::of).orElse(JsonNull.INSTANCE);
	}

	private static JsonObject of(Failure failure) {
		JsonObject json = new JsonObject();
		json.addProperty("reason", failure.reason().name()); //$NON-NLS-1$
		json.addProperty("message", failure.sentence()); //$NON-NLS-1$
		json.addProperty("code", failure.code()); //$NON-NLS-1$
		json.addProperty("correlationId", failure.correlationId()); //$NON-NLS-1$
		json.addProperty("time", failure.time().toString()); //$NON-NLS-1$
		return json;
	}

	/** The sentence, with what Microsoft's support asks for. */
	static String sentence(Failure failure) {
		if (failure.code().isEmpty()) {
			return failure.sentence();
		}
		return failure.sentence() + ' ' + Messages.format(Messages.support, failure.code(), failure.correlationId(), failure.time().toString());
	}
}
