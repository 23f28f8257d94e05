package dev.latchkey.registration.graph.entra;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;

import okhttp3.Headers;

/**
 * Stands where {@link MsalHttp} stands and carries MSAL4J's requests to Keycloak. Two things differ between Microsoft's
 * dialect and the standard, and are translated: the paths, and the short name that Microsoft gives to the grant.
 */
final class KeycloakHttp implements IHttpClient {

	private static final String SHORT_GRANT = "grant_type=device_code";
	private static final String GRANT = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code";

	private final Keycloak keycloak;
	private final HttpClient http;
	private final BlockingQueue<String> errors = new LinkedBlockingQueue<>();

	KeycloakHttp(Keycloak keycloak) {
		this.keycloak = keycloak;
		this.http = keycloak.client().build();
	}

	/** The next error that was answered, as soon as there is one; null when none comes for a minute. */
	String nextError() throws InterruptedException {
		return errors.poll(1, TimeUnit.MINUTES);
	}

	@Override
	public IHttpResponse send(HttpRequest request) throws IOException, InterruptedException {
		URI uri = keycloak.endpoint(request.url().getPath().endsWith("/devicecode") ? "auth/device" : "token");
		java.net.http.HttpRequest translated = java.net.http.HttpRequest.newBuilder(uri)
				.header("Content-Type", "application/x-www-form-urlencoded")
				.POST(java.net.http.HttpRequest.BodyPublishers.ofString(request.body().replace(SHORT_GRANT, GRANT)))
				.build();
		java.net.http.HttpResponse<String> answer = http.send(translated, BodyHandlers.ofString());
		if (answer.statusCode() != 200) {
			EntraError error = EntraError.of(answer.statusCode(), Headers.of(), answer.body());
			errors.add(error.error());
			throw new EntraException(error);
		}
		return new HttpResponse().statusCode(200).body(answer.body());
	}
}
