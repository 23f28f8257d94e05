package dev.latchkey.tenant.internal.http;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import dev.latchkey.tenant.FaultAnswer;

/** So many requests in each span of time; who comes later is told to wait for the next one, as Microsoft Graph does. */
final class RequestLimit {

	static final RequestLimit NONE = new RequestLimit(Integer.MAX_VALUE, Duration.ofDays(1));

	private final int most;
	private final long span;
	private long begun = System.nanoTime();
	private int count;

	RequestLimit(int most, Duration span) {
		this.most = most;
		this.span = span.toNanos();
	}

	/** Counts a request that is served. */
	synchronized Optional<FaultAnswer> refusal() {
		long now = System.nanoTime();
		if (now - begun >= span) {
			begun = now;
			count = 0;
		}
		if (count < most) {
			count++;
			return Optional.empty();
		}
		long seconds = Math.max(1, Duration.ofNanos(begun + span - now).plusMillis(999).toSeconds());
		return Optional.of(new FaultAnswer(429, Map.of("Retry-After", Long.toString(seconds)), "Too many requests.", 0,
				"TooManyRequests"));
	}
}
