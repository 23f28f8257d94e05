package dev.latchkey.registration.graph.entra;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;

import dev.latchkey.registration.graph.net.Operation;

/**
 * Keeps MSAL4J polling where it would give up although the device authorization grant goes on (RFC 8628, section 3.5):
 * {@code slow_down} lengthens the interval by five seconds, and faults of the server that pass are waited out.
 */
final class DevicePolling implements IHttpClient {

	private static final Duration SLOWER = Duration.ofSeconds(5);
	private static final String PENDING = "authorization_pending"; //$NON-NLS-1$

	/** MSAL4J does not recognize the error without a description. */
	private static final String PENDING_ANSWER = "{\"error\":\"" + PENDING + "\",\"error_description\":\"pending\"}"; //$NON-NLS-1$ //$NON-NLS-2$

	private final CountDownLatch followed = new CountDownLatch(1);
	private final Operation operation;
	private final IHttpClient http;
	private volatile Duration extra = Duration.ZERO;
	private volatile boolean polling;

	DevicePolling(IHttpClient http, Operation operation) {
		this.http = http;
		this.operation = operation;
	}

	/**
	 * The future was handed out. MSAL4J asks it between polls whether it was cancelled, and fails when it gets there before
	 * it has noted the future itself; so its first request is held until now.
	 */
	void followed() {
		followed.countDown();
	}

	/** The code was given out: from now on all requests are polls. */
	void begin() {
		polling = true;
	}

	@Override
	public IHttpResponse send(HttpRequest request) throws Exception {
		followed.await();
		if (polling) {
			operation.pause(extra);
		}
		try {
			return http.send(request);
		} catch (EntraException e) {
			return goOn(e);
		}
	}

	private IHttpResponse goOn(EntraException e) throws IOException {
		EntraError error = e.error();
		boolean passing = error.status() == 429 || error.status() >= 500;
		if (!polling) {
			throw e;
		}
		if (error.is("slow_down")) { //$NON-NLS-1$
			extra = extra.plus(SLOWER);
		} else if (passing) {
			operation.pause(error.retryAfter().orElse(SLOWER));
		} else if (!error.is(PENDING)) {
			throw e;
		}
		return new HttpResponse().statusCode(400).body(PENDING_ANSWER);
	}
}
