package dev.latchkey.registration.graph.entra;

import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;

/**
 * The one HTTP client that MSAL4J gets for life, over changing ones: the calls of a sign-in end with its operation, those
 * that renew its tokens later belong to none.
 */
final class SwitchedHttp implements IHttpClient {

	private volatile IHttpClient current;

	SwitchedHttp(IHttpClient first) {
		current = first;
	}

	/** @return the one before */
	synchronized IHttpClient use(IHttpClient next) {
		IHttpClient before = current;
		current = next;
		return before;
	}

	@Override
	public IHttpResponse send(HttpRequest request) throws Exception {
		return current.send(request);
	}
}
