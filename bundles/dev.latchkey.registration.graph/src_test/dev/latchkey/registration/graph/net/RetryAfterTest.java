package dev.latchkey.registration.graph.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

	@Test
	void readsSeconds() {
		assertEquals(Optional.of(Duration.ofSeconds(17)), RetryAfter.of(" 17 "));
		assertEquals(Optional.of(Duration.ZERO), RetryAfter.of("-3"));
	}

	@Test
	void readsDates() {
		String soon = DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().plusSeconds(100).atZone(ZoneOffset.UTC));
		long seconds = RetryAfter.of(soon).orElseThrow().toSeconds();
		assertTrue(seconds > 90 && seconds <= 100, () -> seconds + " seconds");
		assertEquals(Optional.of(Duration.ZERO), RetryAfter.of("Tue, 01 Jan 2019 00:00:00 GMT"));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "soon", "1.5", "2026-01-01T00:00:00Z" })
	void takesAnythingElseForAbsent(String header) {
		assertEquals(Optional.empty(), RetryAfter.of(header));
	}
}
