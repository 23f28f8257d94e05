package dev.latchkey.tenant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** A client that knows nothing but HTTP. */
final class TenantClient {

	static final String CLIENT = "14d82eec-204b-4c2f-b7e8-296a70dab67e";
	static final String ADMIN_SCOPES = "Application.ReadWrite.All AppRoleAssignment.ReadWrite.All"
			+ " RoleManagement.ReadWrite.Directory User.Read Organization.Read.All Policy.Read.All";

	private final SimulatedTenant tenant;
	private final HttpClient http;

	TenantClient(SimulatedTenant tenant) {
		this.tenant = tenant;
		http = HttpClient.newBuilder().sslContext(tenant.clientContext()).build();
	}

	HttpResponse<String> get(URI origin, String path) {
		return send(request(origin, path).GET());
	}

	HttpResponse<String> form(URI origin, String path, String... namesAndValues) {
		return send(request(origin, path).header("Content-Type", "application/x-www-form-urlencoded")
				.POST(HttpRequest.BodyPublishers.ofString(encode(namesAndValues))));
	}

	HttpResponse<String> graph(String method, String token, String path, String body) {
		HttpRequest.Builder request = request(tenant.endpoints().graph(), "/v1.0" + path)
				.header("Authorization", "Bearer " + token).header("Content-Type", "application/json");
		return send(request.method(method, body.isEmpty() ? HttpRequest.BodyPublishers.noBody()
				: HttpRequest.BodyPublishers.ofString(body)));
	}

	HttpResponse<String> graph(String token, String path) {
		return graph("GET", token, path, "");
	}

	HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		}
	}

	HttpRequest.Builder request(URI origin, String path) {
		return HttpRequest.newBuilder(URI.create(origin + path));
	}

	/** Asks for a device code of the home tenant. */
	JsonObject deviceCode(String scope) {
		return json(form(tenant.endpoints().authority(), '/' + tenant.scenario().domain() + "/oauth2/v2.0/devicecode",
				"client_id", CLIENT, "scope", scope));
	}

	HttpResponse<String> redeem(String deviceCode) {
		return form(tenant.endpoints().authority(), '/' + tenant.scenario().domain() + "/oauth2/v2.0/token",
				"grant_type", "urn:ietf:params:oauth:grant-type:device_code", "client_id", CLIENT, "device_code",
				deviceCode);
	}

	/** Signs a person in and answers the access token. */
	String token(String userPrincipalName, String scope) {
		JsonObject code = deviceCode(scope);
		tenant.deviceCodes().approve(code.get("user_code").getAsString(), userPrincipalName);
		return json(redeem(code.get("device_code").getAsString())).get("access_token").getAsString();
	}

	String adminToken() {
		return token("admin@contoso.example", ADMIN_SCOPES);
	}

	/** Signs the home tenant's application in with an assertion. */
	HttpResponse<String> application(String assertion, String scope) {
		return application(tenant.scenario().applicationId(), assertion, scope);
	}

	HttpResponse<String> application(String clientId, String assertion, String scope) {
		return form(tenant.endpoints().authority(), '/' + tenant.scenario().tenantId() + "/oauth2/v2.0/token",
				"grant_type", "client_credentials", "client_id", clientId, "scope", scope, "client_assertion_type",
				"urn:ietf:params:oauth:client-assertion-type:jwt-bearer", "client_assertion", assertion);
	}

	static JsonObject json(HttpResponse<String> response) {
		return JsonParser.parseString(response.body()).getAsJsonObject();
	}

	static int aadsts(HttpResponse<String> response) {
		return json(response).getAsJsonArray("error_codes").get(0).getAsInt();
	}

	static String graphCode(HttpResponse<String> response) {
		return json(response).getAsJsonObject("error").get("code").getAsString();
	}

	private static String encode(String... namesAndValues) {
		StringBuilder form = new StringBuilder();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			form.append(i == 0 ? "" : "&").append(Arrays.stream(new String[] { namesAndValues[i], namesAndValues[i + 1] })
					.map(v -> URLEncoder.encode(v, StandardCharsets.UTF_8)).collect(Collectors.joining("=")));
		}
		return form.toString();
	}
}
