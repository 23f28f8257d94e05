package dev.latchkey.registration.graph.net;

import java.io.IOException;
import java.util.Optional;

import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.Timeout;

/**
 * A call that gives a whole answer or a {@link NetworkException}: the body is read before it is returned, so that no part
 * of the vendors' libraries meets a broken connection or a web page where it expects JSON.
 */
final class GuardedCall implements Call {

	/** Network Authentication Required (RFC 6585, section 6). */
	private static final int NETWORK_LOGIN = 511;

	/** A tenant's largest answers, the app roles of Microsoft Graph, are a tenth of that. */
	private static final long MAX_BODY = 16L << 20;

	private final Call call;
	private final ProxyWatch proxyWatch;
	private final Operation operation;
	private final boolean cancellable;

	GuardedCall(Call call, ProxyWatch proxyWatch, Operation operation, boolean cancellable) {
		this.cancellable = cancellable;
		this.call = call;
		this.proxyWatch = proxyWatch;
		this.operation = operation;
	}

	@Override
	public Response execute() throws IOException {
		if (cancellable) {
			operation.begun(call);
		}
		try {
			return guarded();
		} finally {
			operation.ended(call);
		}
	}

	private Response guarded() throws IOException {
		try (Response response = call.execute()) {
			if (proxyWatch.refused()) {
				throw NetworkException.proxyRefused(host(), response);
			}
			if (response.isRedirect() || response.code() == NETWORK_LOGIN) {
				throw NetworkException.webPage(host(), response);
			}
			return whole(response);
		} catch (NetworkException e) {
			throw e;
		} catch (IOException e) {
			if (call.isCanceled()) {
				operation.checkCanceled();
			}
			throw NetworkException.of(host(), e, proxyWatch.refused());
		}
	}

	/** The same answer with its body in memory, where nothing needs to be closed. */
	private static Response whole(Response response) throws IOException {
		try (ResponseBody body = response.body()) {
			MediaType type = body.contentType();
			byte[] read = bytes(body);
			if (!isExpected(type, response.isSuccessful() && read.length > 0)) {
				throw NetworkException.webPage(response.request().url().host(), response);
			}
			return Optional.of(read).map(bytes -> ResponseBody.create(bytes, type))
					.map(response.newBuilder()::body).orElseThrow().build();
		}
	}

	/** Microsoft's services answer with JSON or XML, and with nothing; what refuses may do so in plain text. */
	private static boolean isExpected(MediaType type, boolean content) {
		String subtype = type == null ? "" : type.subtype(); //$NON-NLS-1$
		boolean data = subtype.contains("json") || subtype.contains("xml") && !subtype.contains("html"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		return data || !content && !subtype.contains("html") || type == null; //$NON-NLS-1$
	}

	private String host() {
		return request().url().host();
	}

	private static byte[] bytes(ResponseBody body) throws IOException {
		try (BufferedSource source = body.source()) {
			if (source.request(MAX_BODY + 1)) {
				throw new IOException("An answer without end"); //$NON-NLS-1$
			}
			return source.readByteArray();
		}
	}

	@Override
	public Request request() {
		return call.request();
	}

	@Override
	public void enqueue(Callback callback) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void cancel() {
		call.cancel();
	}

	@Override
	public boolean isExecuted() {
		return call.isExecuted();
	}

	@Override
	public boolean isCanceled() {
		return call.isCanceled();
	}

	@Override
	public Timeout timeout() {
		return call.timeout();
	}

	@Override
	public Call clone() {
		return new GuardedCall(call.clone(), proxyWatch, operation, cancellable);
	}
}
