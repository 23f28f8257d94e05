package dev.latchkey.ui.internal.expiry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Proof;
import dev.latchkey.registration.Service;
import dev.latchkey.ui.internal.expiry.ExpiryNews.Told;

class ExpiryNewsTest {

	private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
	private static final List<Integer> DAYS = List.of(60, 30, 7);

	@Test
	void eachThresholdAndTheEndAreToldOnce() {
		Connection connection = connection("Contoso", 90);
		Map<UUID, Told> memory = Map.of();
		StringBuilder told = new StringBuilder();
		for (int day = 0; day <= 100; day++) {
			ExpiryNews news = ExpiryNews.of(List.of(connection), DAYS, memory, NOW.plus(Duration.ofDays(day)));
			memory = news.memory();
			told.append(news.ending().isEmpty() ? "" : " " + (90 - day)).append(news.ended().isEmpty() ? "" : " ended");
		}
		assertEquals(" 60 30 7 ended", told.toString());
	}

	@Test
	void whatPassedSeveralThresholdsWhileTheConsoleWasClosedIsToldOnce() {
		ExpiryNews first = ExpiryNews.of(List.of(connection("Contoso", 5)), DAYS, Map.of(), NOW);
		assertEquals(1, first.ending().size());
		assertTrue(ExpiryNews.of(first.ending(), DAYS, first.memory(), NOW).isEmpty());
	}

	@Test
	void aRenewedCertificateIsToldOfAnew() {
		Connection old = connection("Contoso", 5);
		Map<UUID, Told> memory = ExpiryNews.of(List.of(old), DAYS, Map.of(), NOW).memory();
		Connection renewed = renewed(old, NOW, 365);
		ExpiryNews quiet = ExpiryNews.of(List.of(renewed), DAYS, memory, NOW.plus(Duration.ofDays(1)));
		assertTrue(quiet.isEmpty());
		assertEquals(List.of(renewed),
				ExpiryNews.of(List.of(renewed), DAYS, quiet.memory(), NOW.plus(Duration.ofDays(340))).ending());
	}

	@Test
	void otherThresholdsDoNotRepeatWhatWasTold() {
		Connection connection = connection("Contoso", 28);
		Map<UUID, Told> memory = ExpiryNews.of(List.of(connection), DAYS, Map.of(), NOW).memory();
		assertTrue(ExpiryNews.of(List.of(connection), List.of(45, 7), memory, NOW).isEmpty());
		assertEquals(1, ExpiryNews.of(List.of(connection), List.of(45, 29, 7), memory, NOW).ending().size());
	}

	@Test
	void anOldCertificateIsOfferedForRemovalOnceAfterItsGraceTime() {
		Connection connection = renewed(connection("Contoso", 40), NOW, 365);
		assertTrue(ExpiryNews.of(List.of(connection), DAYS, Map.of(), NOW.plus(Duration.ofDays(6))).isEmpty());
		ExpiryNews offered = ExpiryNews.of(List.of(connection), DAYS, Map.of(), NOW.plus(Duration.ofDays(7)));
		assertEquals(List.of(connection), offered.removable());
		assertTrue(ExpiryNews.of(List.of(connection), DAYS, offered.memory(), NOW.plus(Duration.ofDays(8))).isEmpty());
	}

	@Test
	void connectionsThatAreGoneAreForgotten() {
		Map<UUID, Told> memory = ExpiryNews.of(List.of(connection("Contoso", 5)), DAYS, Map.of(), NOW).memory();
		assertEquals(Map.of(), ExpiryNews.of(List.of(), DAYS, memory, NOW).memory());
	}

	@Test
	void manyAreToldInOneSentenceWithTheFirstThatEnds() {
		List<Connection> many = IntStream.rangeClosed(1, 5).mapToObj(i -> connection("Contoso " + (6 - i), 10 - i)).toList();
		String text = ExpiryText.of(ExpiryNews.of(many, List.of(30), Map.of(), NOW));
		assertTrue(text.startsWith("5 certificates end soon, the first one on "), text);
		assertTrue(text.contains(": Contoso 1, Contoso 2, Contoso 3 and others."), text);
	}

	@Test
	void eachKindHasItsSentence() {
		Connection old = renewed(connection("Litware", 40), NOW.minus(Duration.ofDays(8)), 365);
		String text = ExpiryText.of(ExpiryNews
				.of(List.of(connection("{0}", 5), connection("Fabrikam", -1), old), DAYS, Map.of(), NOW));
		List<String> lines = text.lines().toList();
		assertEquals(3, lines.size(), text);
		assertTrue(lines.get(0).startsWith("The certificate of Fabrikam ended on "), text);
		assertTrue(lines.get(1).startsWith("The certificate of {0} ends on "), text);
		assertTrue(lines.get(2).startsWith("The old certificate of Litware is not needed any more"), text);
	}

	private static Connection renewed(Connection connection, Instant at, int days) {
		return connection.renewed(new CertificateReference("keystore", "CD".repeat(32)), at.plus(Duration.ofDays(days)), "AB",
				at, Proof.NONE);
	}

	private static Connection connection(String name, int days) {
		return new Connection(UUID.randomUUID(), 1, name, "global", "11111111-2222-3333-4444-555555555555",
				"contoso.example", Optional.empty(), "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee", Optional.empty(),
				new CertificateReference("keystore", "AB".repeat(32)), NOW.plus(Duration.ofDays(days)), List.of(),
				Set.of(Service.EXCHANGE), "", Proof.NONE);
	}
}
