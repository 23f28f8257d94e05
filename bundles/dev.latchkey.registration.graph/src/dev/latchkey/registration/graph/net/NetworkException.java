package dev.latchkey.registration.graph.net;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;

import javax.net.ssl.SSLPeerUnverifiedException;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;
import okhttp3.Response;

/** The way to Microsoft is not open. */
public final class NetworkException extends IOException {

	private static final long serialVersionUID = 1;

	private final transient Failure failure;
	private final int status;
	private final transient Optional<Duration> retryAfter;

	private NetworkException(Failure failure, int status, Optional<Duration> retryAfter, IOException cause) {
		super(failure.reason() + " " + failure.arguments() + " " + failure.code(), cause); //$NON-NLS-1$ //$NON-NLS-2$
		this.failure = failure;
		this.status = status;
		this.retryAfter = retryAfter;
	}

	static NetworkException of(String host, IOException cause, boolean proxyRefused) {
		Reason reason = proxyRefused ? Reason.PROXY_REFUSED : reason(cause);
		return new NetworkException(Failure.of(reason, host), 0, Optional.empty(), cause);
	}

	static NetworkException webPage(String host, Response response) {
		return answered(Failure.of(Reason.NOT_JSON, host), response);
	}

	static NetworkException proxyRefused(String host, Response response) {
		return answered(Failure.of(Reason.PROXY_REFUSED, host), response);
	}

	private static NetworkException answered(Failure what, Response response) {
		Failure failure = new Failure(what.reason(), what.arguments(), "HTTP " + response.code(), "", what.time()); //$NON-NLS-1$ //$NON-NLS-2$
		return new NetworkException(failure, response.code(), RetryAfter.of(response.header("Retry-After")), null); //$NON-NLS-1$
	}

	private static Reason reason(IOException e) {
		for (Throwable t = e; t != null; t = t.getCause()) {
			if (t instanceof CertificateException || t instanceof CertPathValidatorException
					|| t instanceof SSLPeerUnverifiedException) {
				return Reason.TLS_UNTRUSTED;
			}
		}
		return e instanceof InterruptedIOException ? Reason.TIMED_OUT : Reason.NETWORK_UNREACHABLE;
	}

	public Failure failure() {
		return failure;
	}

	/** HTTP status of the web page, otherwise 0. */
	public int status() {
		return status;
	}

	public Optional<Duration> retryAfter() {
		return retryAfter;
	}
}
