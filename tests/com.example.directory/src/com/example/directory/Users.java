package com.example.directory;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import dev.latchkey.connection.AccessToken;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.connection.TokenAudience;
import dev.latchkey.connection.TokenChallenge;

/** Reads the users of a connected organization. Callable from any thread but a user interface's. */
public final class Users {

	private static final String FIRST_PAGE = "/v1.0/users?$select=userPrincipalName";
	private static final int TRIES = 5;
	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final ConnectionService connections;
	private final UUID connection;
	private final HttpClient http;

	/** One for a connection, kept as long as it is used. */
	public Users(ConnectionService connections, UUID connection) throws ConnectionException {
		this.connections = connections;
		this.connection = connection;
		this.http = connections.httpClient(connection).build();
	}

	/** The names that the users sign in with, page by page. */
	public List<String> names(IProgressMonitor monitor) throws ConnectionException, IOException, InterruptedException {
		List<String> names = new ArrayList<>();
		Optional<URI> next = Optional.of(URI.create(FIRST_PAGE));
		while (next.isPresent()) {
			JsonObject page = get(next.get(), monitor);
			page.getAsJsonArray("value").forEach(user -> names.add(text(user, "userPrincipalName")));
			next = Optional.ofNullable(page.get("@odata.nextLink")).map(link -> URI.create(link.getAsString()));
		}
		return names;
	}

	private JsonObject get(URI path, IProgressMonitor monitor) throws ConnectionException, IOException, InterruptedException {
		AccessToken token = connections.accessToken(connection, TokenAudience.GRAPH, monitor);
		HttpResponse<String> answer = send(path, token, monitor);
		if (answer.statusCode() == 401) {
			TokenChallenge challenge = TokenChallenge.of(token, answer.headers().allValues("WWW-Authenticate"));
			answer = send(path, connections.accessToken(connection, TokenAudience.GRAPH, Optional.of(challenge), monitor), monitor);
		}
		if (answer.statusCode() != 200) {
			throw new IOException("Microsoft Graph answered with status " + answer.statusCode());
		}
		return JsonParser.parseString(answer.body()).getAsJsonObject();
	}

	private HttpResponse<String> send(URI path, AccessToken token, IProgressMonitor monitor)
			throws IOException, InterruptedException {
		URI address = token.endpoint().resolve(path);
		if (!address.getAuthority().equals(token.endpoint().getAuthority())) {
			throw new IOException("The token is not for " + address.getHost());
		}
		HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE)
				.header("Authorization", "Bearer " + token.value()).build();
		HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
		for (int tries = 1; tries < TRIES && answer.statusCode() == 429 && Throttling.waited(answer, monitor); tries++) {
			answer = http.send(request, HttpResponse.BodyHandlers.ofString());
		}
		return answer;
	}

	private static String text(JsonElement user, String property) {
		return user.getAsJsonObject().get(property).getAsString();
	}
}
