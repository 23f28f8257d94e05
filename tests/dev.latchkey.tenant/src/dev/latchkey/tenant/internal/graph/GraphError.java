package dev.latchkey.tenant.internal.graph;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import dev.latchkey.tenant.internal.Json;
import dev.latchkey.tenant.internal.http.Answer;
import dev.latchkey.tenant.internal.http.Refusal;
import dev.latchkey.tenant.internal.http.Request;

/** A refusal of Microsoft Graph, as an OData error. Its date has no zone, as the real one's. */
public class GraphError extends Refusal {

	private static final long serialVersionUID = 1L;
	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss")
			.withZone(ZoneOffset.UTC);

	private final int status;
	private final String code;
	private final transient JsonArray details = new JsonArray();

	public GraphError(int status, String code, String message) {
		super(message);
		this.status = status;
		this.code = code;
	}

	static GraphError badRequest(String message) {
		return new GraphError(400, "Request_BadRequest", message);
	}

	static GraphError denied() {
		return new GraphError(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
	}

	static GraphError notFound(String id) {
		return new GraphError(404, "Request_ResourceNotFound", "Resource '" + id
				+ "' does not exist or one of its queried reference-property objects are not present.");
	}

	static GraphError unsupported(String message) {
		return new GraphError(400, "Request_UnsupportedQuery", message);
	}

	GraphError withDetail(String detailCode, String target, String message) {
		details.add(Json.object("code", detailCode, "target", target, "message", message));
		return this;
	}

	@Override
	public Answer answer(Request request) {
		String id = UUID.randomUUID().toString();
		JsonObject error = Json.object("code", code, "message", getMessage());
		if (!details.isEmpty()) {
			error.add("details", details);
		}
		error.add("innerError", Json.object("date", TIME.format(request.at()), "request-id", id, "client-request-id",
				request.header("client-request-id").orElse(id)));
		Answer answer = GraphAnswer.decorate(Answer.json(status, Json.object("error", error)), request, id);
		return status == 401 ? answer.with("WWW-Authenticate", "Bearer realm=\"\"") : answer;
	}
}
