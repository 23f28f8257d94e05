package dev.latchkey.registration.graph.tests;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import dev.latchkey.tenant.SimulatedTenant;

/** A script that somebody else runs: reads the list, changes it, writes it, and never looks again. */
final class ForeignTool {

	static final String NAME = "00000000-0000-0000-0000-00000000f0e1";

	private final HttpClient client;
	private final URI application;
	private final String authorization;

	ForeignTool(SimulatedTenant tenant, String applicationId, String authorization) {
		this.client = HttpClient.newBuilder().sslContext(tenant.clientContext())
				.version(HttpClient.Version.HTTP_1_1).build();
		this.application = URI.create(tenant.endpoints().graph() + "/v1.0/applications(appId='" + applicationId + "')");
		this.authorization = authorization;
	}

	JsonArray read() throws Exception {
		HttpResponse<String> answer = send("GET", URI.create(application + "?$select=keyCredentials"), "");
		return JsonParser.parseString(answer.body()).getAsJsonObject().getAsJsonArray("keyCredentials");
	}

	List<String> keyIds() throws Exception {
		List<String> ids = new ArrayList<>();
		read().forEach(key -> ids.add(key.getAsJsonObject().get("keyId").getAsString()));
		return ids;
	}

	/** @return HTTP status */
	int add(JsonObject key) throws Exception {
		JsonArray list = kept(read(), "");
		list.add(key);
		return write(list);
	}

	/** @return HTTP status */
	int remove(String keyId) throws Exception {
		return write(kept(read(), keyId));
	}

	private static JsonArray kept(JsonArray read, String without) {
		JsonArray list = new JsonArray();
		for (JsonElement element : read) {
			JsonObject key = element.getAsJsonObject();
			if (!key.get("keyId").getAsString().equals(without)) {
				key.add("key", JsonNull.INSTANCE);
				list.add(key);
			}
		}
		return list;
	}

	private int write(JsonArray list) throws Exception {
		JsonObject body = new JsonObject();
		body.add("keyCredentials", list);
		return send("PATCH", application, body.toString()).statusCode();
	}

	private HttpResponse<String> send(String method, URI uri, String body) throws Exception {
		return client.send(HttpRequest.newBuilder(uri).header("Authorization", authorization)
				.header("client-request-id", NAME).header("Content-Type", "application/json")
				.method(method, BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
	}
}
