package dev.latchkey.registration.graph.entra;

import java.io.IOException;
import java.util.Map;

import com.microsoft.aad.msal4j.HttpMethod;
import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;

import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.graph.net.Answers;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Carries MSAL4J's requests to the cloud's own login endpoint. MSAL4J itself always believes in Microsoft's worldwide
 * one: its token cache can't hold an authority with a port, and its list of clouds is not ours. Error answers become
 * {@link EntraException}s here, so that MSAL4J neither reads their words nor throttles the whole Java machine.
 */
final class MsalHttp implements IHttpClient {

	/** What MSAL4J is told. */
	static final String AUTHORITY = "https://login.microsoftonline.com/"; //$NON-NLS-1$

	private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded; charset=utf-8"); //$NON-NLS-1$

	private final Call.Factory calls;
	private final Cloud cloud;

	MsalHttp(Call.Factory calls, Cloud cloud) {
		this.calls = calls;
		this.cloud = cloud;
	}

	@Override
	public IHttpResponse send(HttpRequest request) throws IOException {
		try (Response response = calls.newCall(translate(request)).execute()) {
			String body = Answers.text(response);
			if (!response.isSuccessful()) {
				throw new EntraException(EntraError.of(response.code(), response.headers(), body));
			}
			HttpResponse answer = new HttpResponse().statusCode(response.code()).body(body);
			answer.addHeaders(response.headers().toMultimap());
			return answer;
		}
	}

	private Request translate(HttpRequest request) throws IOException {
		Request.Builder builder = new Request.Builder().url(address(request.url().toString()));
		Map<String, String> headers = request.headers();
		if (headers != null) {
			headers.forEach(builder::header);
		}
		if (request.httpMethod() == HttpMethod.GET) {
			return builder.get().build();
		}
		return builder.method(request.httpMethod().methodName,
				RequestBody.create(request.body() == null ? "" : request.body(), FORM)).build(); //$NON-NLS-1$
	}

	private String address(String url) throws IOException {
		if (!url.startsWith(AUTHORITY)) {
			throw new IOException("Not the login endpoint: " + url); //$NON-NLS-1$
		}
		return cloud.authority() + "/" + url.substring(AUTHORITY.length()); //$NON-NLS-1$
	}
}
