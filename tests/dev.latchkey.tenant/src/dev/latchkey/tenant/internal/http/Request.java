package dev.latchkey.tenant.internal.http;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import dev.latchkey.tenant.Origin;

/**
 * A request as it was read.
 *
 * @param origin
 *            the server that was meant
 * @param method
 *            HTTP method
 * @param uri
 *            whole address, with the name that the client used
 * @param headers
 *            headers, names compared without case
 * @param body
 *            the body, never {@code null}
 * @param at
 *            when it came, by the tenant's clock
 */
public record Request(Origin origin, String method, URI uri, Map<String, List<String>> headers, byte[] body,
		Instant at) {

	/** @return {@code https://} and the name that the client used */
	public String base() {
		return "https://" + uri.getRawAuthority();
	}

	/** @return decoded path */
	public String path() {
		return uri.getPath();
	}

	/** @return path and query as sent */
	public String target() {
		return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + '?' + uri.getRawQuery();
	}

	/** @return body as text */
	public String text() {
		return new String(body, StandardCharsets.UTF_8);
	}

	/** @return first value of that header */
	public Optional<String> header(String name) {
		List<String> values = headers.get(name);
		return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
	}

	/** @return query parameters, decoded */
	public Map<String, String> query() {
		return decode(uri.getRawQuery());
	}

	/** @return fields of a posted form, decoded */
	public Map<String, String> form() {
		return decode(text());
	}

	/** @return the client's id of this request, or one of ours */
	public String correlationId() {
		return header("client-request-id").filter(id -> id.matches("[0-9a-fA-F-]{36}"))
				.orElseGet(() -> UUID.nameUUIDFromBytes((at + target()).getBytes(StandardCharsets.UTF_8)).toString());
	}

	private static Map<String, String> decode(String encoded) {
		Map<String, String> fields = new LinkedHashMap<>();
		if (encoded == null || encoded.isBlank()) {
			return fields;
		}
		for (String pair : encoded.split("&")) {
			int equals = pair.indexOf('=');
			String name = equals < 0 ? pair : pair.substring(0, equals);
			String value = equals < 0 ? "" : pair.substring(equals + 1);
			fields.put(URLDecoder.decode(name, StandardCharsets.UTF_8),
					URLDecoder.decode(value, StandardCharsets.UTF_8));
		}
		return fields;
	}
}
