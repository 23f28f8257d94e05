package dev.latchkey.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import dev.latchkey.tenant.RecordedExchange;

/** What one step took, and what it said to the tenant meanwhile. */
record Traffic(long nanos, List<RecordedExchange> exchanges) {

	int requests() {
		return exchanges.size();
	}

	/** The most requests of which each began after the one before had ended: latency is paid for so many at least. */
	int chain() {
		int length = 0;
		Instant end = Instant.MIN;
		List<RecordedExchange> byEnd = exchanges.stream().sorted(Comparator.comparing(Traffic::end)).toList();
		for (RecordedExchange exchange : byEnd) {
			if (!exchange.at().isBefore(end)) {
				length++;
				end = end(exchange);
			}
		}
		return length;
	}

	private static Instant end(RecordedExchange exchange) {
		return exchange.at().plus(exchange.took());
	}

	/** A line for each: when it began, how long it took, what it was. */
	String list() {
		return exchanges.stream().map(this::line).collect(Collectors.joining());
	}

	private String line(RecordedExchange exchange) {
		return String.format("%6d ms +%4d ms %3d %-5s %s %s%n",
				Duration.between(exchanges.get(0).at(), exchange.at()).toMillis(), exchange.took().toMillis(),
				exchange.status(), exchange.method(), exchange.origin(), exchange.uri().getPath());
	}
}
