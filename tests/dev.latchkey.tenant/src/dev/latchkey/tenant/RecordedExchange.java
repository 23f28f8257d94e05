package dev.latchkey.tenant;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One request and what was answered, as sent. Contains real tokens of the simulated tenant.
 *
 * @param at
 *            when the request was read
 * @param took
 *            until the answer was ready, and the time its body was made to take
 * @param origin
 *            the server that was meant
 * @param method
 *            HTTP method
 * @param uri
 *            whole address with the name that the client used
 * @param requestHeaders
 *            headers by name, compared without case
 * @param requestBody
 *            body as text
 * @param status
 *            HTTP status, 0 when the connection was dropped
 * @param responseHeaders
 *            headers by name
 * @param responseBody
 *            body as text
 */
public record RecordedExchange(Instant at, Duration took, Origin origin, String method, URI uri,
		Map<String, List<String>> requestHeaders, String requestBody, int status,
		Map<String, List<String>> responseHeaders, String responseBody) {
}
