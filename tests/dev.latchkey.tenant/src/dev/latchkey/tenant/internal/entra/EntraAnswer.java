package dev.latchkey.tenant.internal.entra;

import java.util.UUID;

import com.google.gson.JsonObject;

import dev.latchkey.tenant.internal.http.Answer;
import dev.latchkey.tenant.internal.http.Request;

/** Answers with the headers of the sign-in server. */
final class EntraAnswer {

	private EntraAnswer() {
	}

	static Answer json(Request request, int status, JsonObject body) {
		return json(request, status, body, UUID.randomUUID().toString());
	}

	static Answer json(Request request, int status, JsonObject body, String trace) {
		return Answer.json(status, body).with("x-ms-request-id", trace)
				.with("client-request-id", request.correlationId()).with("Cache-Control", "no-store, no-cache")
				.with("Pragma", "no-cache");
	}
}
