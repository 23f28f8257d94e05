package dev.latchkey.registration.graph.net;

import java.io.IOException;

import okhttp3.Response;
import okhttp3.ResponseBody;

/** Reads answers. */
public final class Answers {

	private Answers() {
	}

	/** The whole body as text. */
	public static String text(Response response) throws IOException {
		try (ResponseBody body = response.body()) {
			return body.string();
		}
	}
}
