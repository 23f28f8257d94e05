package dev.latchkey.tenant.internal.graph;

import java.util.UUID;

import com.google.gson.JsonObject;

import dev.latchkey.tenant.internal.http.Answer;
import dev.latchkey.tenant.internal.http.Request;

/** Answers with the headers of Microsoft Graph. */
final class GraphAnswer {

	private GraphAnswer() {
	}

	static Answer json(Request request, int status, JsonObject body) {
		Answer answer = Answer.json(status, body).with("Content-Type",
				"application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8");
		return decorate(answer, request, UUID.randomUUID().toString());
	}

	static Answer empty(Request request) {
		return decorate(Answer.empty(204), request, UUID.randomUUID().toString());
	}

	static Answer decorate(Answer answer, Request request, String id) {
		return answer.with("request-id", id).with("client-request-id", request.header("client-request-id").orElse(id))
				.with("OData-Version", "4.0").with("Cache-Control", "no-cache").with("x-ms-ags-diagnostic",
						"{\"ServerInfo\":{\"DataCenter\":\"Simulated\",\"Slice\":\"E\",\"Ring\":\"0\"}}");
	}
}
