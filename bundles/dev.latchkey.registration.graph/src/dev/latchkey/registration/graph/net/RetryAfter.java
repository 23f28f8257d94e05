package dev.latchkey.registration.graph.net;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads the header {@code Retry-After} (RFC 9110, section 10.2.3). */
public final class RetryAfter {

	private RetryAfter() {
	}

	/** @param header may be null; anything malformed counts as absent */
	public static Optional<Duration> of(String header) {
		if (header == null || header.isBlank()) {
			return Optional.empty();
		}
		try {
			return Optional.of(Duration.ofSeconds(Math.max(0, Long.parseLong(header.strip()))));
		} catch (NumberFormatException e) {
			return date(header).map(RetryAfter::untilThen);
		}
	}

	/** @param header an HTTP date, may be null */
	public static Optional<Instant> date(String header) {
		try {
			return Optional.ofNullable(header)
					.map(text -> ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
		} catch (DateTimeException e) {
			return Optional.empty();
		}
	}

	private static Duration untilThen(Instant then) {
		Duration left = Duration.between(Instant.now(), then);
		return left.isNegative() ? Duration.ZERO : left;
	}
}
