package dev.latchkey.tenant;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Something that goes wrong for the requests that a matcher means. Immutable: each method answers a changed copy.
 * A fault with an answer replaces the tenant's own; one without only delays, drops or runs something first.
 *
 * @param on
 *            which requests
 * @param after
 *            how many matching requests pass unharmed first
 * @param times
 *            how many are met then; {@link Integer#MAX_VALUE} for all
 * @param answer
 *            the answer instead of the tenant's own
 * @param delay
 *            wait before the answer
 * @param slowBody
 *            time over which the body trickles
 * @param dropped
 *            whether the connection is closed without an answer
 * @param before
 *            runs before the request is handled, in the server's thread
 * @param handled
 *            runs after the request was handled and before anything is answered, in the server's thread; the tenant has
 *            changed then, whatever the answer is
 */
public record Fault(RequestMatcher on, int after, int times, Optional<FaultAnswer> answer, Duration delay,
		Duration slowBody, boolean dropped, Optional<Runnable> before, Optional<Runnable> handled) {

	/**
	 * @param matcher
	 *            which requests
	 * @return a fault that meets all of them and does nothing yet
	 */
	public static Fault on(RequestMatcher matcher) {
		return new Fault(matcher, 0, Integer.MAX_VALUE, Optional.empty(), Duration.ZERO, Duration.ZERO, false,
				Optional.empty(), Optional.empty());
	}

	/**
	 * @param count
	 *            how many matching requests pass unharmed first
	 * @return changed copy
	 */
	public Fault after(int count) {
		return new Fault(on, count, times, answer, delay, slowBody, dropped, before, handled);
	}

	/**
	 * @param count
	 *            how many requests are met
	 * @return changed copy
	 */
	public Fault times(int count) {
		return new Fault(on, after, count, answer, delay, slowBody, dropped, before, handled);
	}

	/** @return changed copy that meets one request only */
	public Fault once() {
		return times(1);
	}

	/**
	 * @param status
	 *            HTTP status
	 * @param headers
	 *            headers; {@code Content-Type} is JSON when absent
	 * @param body
	 *            body text
	 * @return changed copy
	 */
	public Fault answer(int status, Map<String, String> headers, String body) {
		return with(new FaultAnswer(status, headers, body, 0, ""));
	}

	/**
	 * Answers as the sign-in server does when it refuses.
	 *
	 * @param code
	 *            AADSTS number
	 * @return changed copy
	 */
	public Fault aadsts(int code) {
		return aadsts(code, "-");
	}

	/**
	 * Answers as the sign-in server does when it refuses.
	 *
	 * @param code
	 *            AADSTS number
	 * @param detail
	 *            what its message names first, for example the reason of 700027
	 * @return changed copy
	 */
	public Fault aadsts(int code, String detail) {
		return with(new FaultAnswer(0, Map.of(), detail, code, ""));
	}

	/**
	 * Answers as Microsoft Graph does when it refuses.
	 *
	 * @param status
	 *            HTTP status
	 * @param code
	 *            OData error code
	 * @param message
	 *            OData error message
	 * @return changed copy
	 */
	public Fault graphError(int status, String code, String message) {
		return with(new FaultAnswer(status, Map.of(), message, 0, code));
	}

	/**
	 * @param status
	 *            429 or 503
	 * @param retryAfter
	 *            value of {@code Retry-After}, sent in seconds
	 * @return changed copy
	 */
	public Fault throttle(int status, Duration retryAfter) {
		String code = status == 429 ? "TooManyRequests" : "serviceNotAvailable";
		return with(new FaultAnswer(status, Map.of("Retry-After", Long.toString(retryAfter.toSeconds())),
				"Too many requests.", 0, code));
	}

	/**
	 * Answers with a page for people where JSON is expected, as a captive portal or a proxy does.
	 *
	 * @param status
	 *            HTTP status
	 * @return changed copy
	 */
	public Fault html(int status) {
		return answer(status, Map.of("Content-Type", "text/html; charset=utf-8"),
				"<!DOCTYPE html><html><head><title>Guest network</title></head><body>Please log in.</body></html>");
	}

	/**
	 * @param value
	 *            wait before the answer
	 * @return changed copy
	 */
	public Fault delay(Duration value) {
		return new Fault(on, after, times, answer, value, slowBody, dropped, before, handled);
	}

	/**
	 * @param value
	 *            time over which the body trickles
	 * @return changed copy
	 */
	public Fault slowBody(Duration value) {
		return new Fault(on, after, times, answer, delay, value, dropped, before, handled);
	}

	/** @return changed copy that closes the connection without an answer */
	public Fault drop() {
		return new Fault(on, after, times, answer, delay, slowBody, true, before, handled);
	}

	/**
	 * Lets a test do something at an exact moment, for example be the second administrator.
	 *
	 * @param action
	 *            runs before the request is handled
	 * @return changed copy
	 */
	public Fault before(Runnable action) {
		return new Fault(on, after, times, answer, delay, slowBody, dropped, Optional.of(action), handled);
	}

	/**
	 * Lets the tenant handle the request, also when this fault answers something else or drops the connection.
	 *
	 * @param action
	 *            runs after the request is handled and before the answer is sent
	 * @return changed copy
	 */
	public Fault handled(Runnable action) {
		return new Fault(on, after, times, answer, delay, slowBody, dropped, before, Optional.of(action));
	}

	/** @return changed copy that handles the request and then closes the connection without an answer */
	public Fault loseAnswer() {
		return handled(() -> {
		}).drop();
	}

	/**
	 * @param name
	 *            header of the answer that was given before
	 * @param value
	 *            its value
	 * @return changed copy
	 * @throws IllegalStateException
	 *             if this fault has no answer yet
	 */
	public Fault header(String name, String value) {
		FaultAnswer old = answer.orElseThrow(() -> new IllegalStateException("No answer to add a header to"));
		Map<String, String> headers = new LinkedHashMap<>(old.headers());
		headers.put(name, value);
		return with(new FaultAnswer(old.status(), headers, old.body(), old.aadsts(), old.graphCode()));
	}

	private Fault with(FaultAnswer value) {
		return new Fault(on, after, times, Optional.of(value), delay, slowBody, dropped, before, handled);
	}
}
