package dev.latchkey.registration.graph.entra;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads the one kind of request that is answered on loopback: a form that is posted to the root (RFC 9112). */
final class LoopbackRequest {

	private static final int MAX_LINE = 8 << 10;
	private static final int MAX_LINES = 100;
	private static final int MAX_BODY = 64 << 10;

	private final int port;

	/** @param port ours; requests that were meant for another host came by a name that leads here falsely */
	LoopbackRequest(int port) {
		this.port = port;
	}

	/** @return the form's fields */
	Map<String, String> read(InputStream in) throws IOException, RefusedException {
		String[] request = line(in).split(" "); //$NON-NLS-1$
		Map<String, String> headers = headers(in);
		require(request.length == 3, 400);
		require(request[1].equals("/"), 404); //$NON-NLS-1$
		require(request[0].equals("POST"), 405); //$NON-NLS-1$
		String host = headers.getOrDefault("host", ""); //$NON-NLS-1$ //$NON-NLS-2$
		require(host.equals("localhost:" + port) || host.equals("127.0.0.1:" + port), 421); //$NON-NLS-1$ //$NON-NLS-2$
		require(headers.getOrDefault("content-type", "").startsWith("application/x-www-form-urlencoded"), 415); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		int length = length(headers.getOrDefault("content-length", "")); //$NON-NLS-1$ //$NON-NLS-2$
		byte[] body = in.readNBytes(length);
		require(body.length == length, 400);
		return fields(new String(body, StandardCharsets.US_ASCII));
	}

	private static Map<String, String> headers(InputStream in) throws IOException, RefusedException {
		Map<String, String> headers = new HashMap<>();
		for (String line = line(in); !line.isEmpty(); line = line(in)) {
			int colon = line.indexOf(':');
			require(colon > 0 && headers.size() < MAX_LINES, 400);
			String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
			headers.merge(name, line.substring(colon + 1).strip(), (a, b) -> a + ',' + b);
		}
		return headers;
	}

	private static int length(String header) throws RefusedException {
		require(header.matches("\\d{1,9}"), 411); //$NON-NLS-1$
		int length = Integer.parseInt(header);
		require(length <= MAX_BODY, 413);
		return length;
	}

	private static Map<String, String> fields(String form) throws RefusedException {
		Map<String, String> fields = new HashMap<>();
		for (String field : form.split("&")) { //$NON-NLS-1$
			int equals = field.indexOf('=');
			require(equals > 0, 400);
			try {
				require(fields.put(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1))) == null, 400);
			} catch (IllegalArgumentException e) {
				throw new RefusedException(400);
			}
		}
		return fields;
	}

	private static String decoded(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

	private static String line(InputStream in) throws IOException, RefusedException {
		StringBuilder line = new StringBuilder();
		for (int read = in.read(); read != '\n'; read = in.read()) {
			if (read < 0) {
				throw new EOFException();
			}
			require(line.length() < MAX_LINE, 431);
			line.append((char) read);
		}
		return line.toString().stripTrailing();
	}

	private static void require(boolean good, int status) throws RefusedException {
		if (!good) {
			throw new RefusedException(status);
		}
	}

	/** Not what is waited for. */
	static final class RefusedException extends Exception {

		private static final long serialVersionUID = 1;

		private final int status;

		RefusedException(int status) {
			this.status = status;
		}

		int status() {
			return status;
		}
	}
}
