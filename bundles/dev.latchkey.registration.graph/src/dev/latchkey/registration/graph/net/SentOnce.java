package dev.latchkey.registration.graph.net;

import java.io.IOException;

import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/**
 * A body that OkHttp does not send again by itself when the connection breaks: what was sent once may have been done, and
 * the answer to the second time would be taken for the first one's.
 */
final class SentOnce extends RequestBody {

	private final RequestBody body;

	SentOnce(RequestBody body) {
		this.body = body;
	}

	@Override
	public boolean isOneShot() {
		return true;
	}

	@Override
	public MediaType contentType() {
		return body.contentType();
	}

	@Override
	public long contentLength() throws IOException {
		return body.contentLength();
	}

	@Override
	public void writeTo(BufferedSink sink) throws IOException {
		body.writeTo(sink);
	}
}
