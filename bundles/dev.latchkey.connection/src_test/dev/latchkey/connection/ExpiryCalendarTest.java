package dev.latchkey.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.registration.Service;

class ExpiryCalendarTest {

	private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
	private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-0000000000aa");

	@Test
	void eachEndIsAnEventWithTheRemindersThatAreStillToCome() {
		assertEquals(List.of("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Latchkey//Latchkey//EN",
				"BEGIN:VEVENT", "UID:" + ID, "SEQUENCE:7", "DTSTAMP:20261123T100000Z", "DTSTART:20270101T040000Z",
				"SUMMARY:Certificate of Contoso ends",
				"DESCRIPTION:The certificate with which this console signs in to Contoso (contoso.example) ends. From then on "
						+ "Microsoft 365 refuses every call.\\nRenew it before in the view Microsoft 365 Organizations.\\n\\n"
						+ "Application: aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee\\nCertificate (SHA-256): " + "AB".repeat(32),
				"TRANSP:TRANSPARENT",
				"BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P30D",
				"DESCRIPTION:The certificate of Contoso ends in 30 days.", "END:VALARM",
				"BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P1D",
				"DESCRIPTION:The certificate of Contoso ends in one day.", "END:VALARM",
				"END:VEVENT", "END:VCALENDAR"), unfolded(calendar("Contoso", List.of(60, 30, 1), Locale.ENGLISH)));
	}

	@Test
	void thereIsNoCalendarWithoutAnEvent() {
		assertThrows(IllegalArgumentException.class, () -> ExpiryCalendar.of(List.of(), List.of(30), NOW, Locale.ENGLISH));
	}

	@Test
	void textsFollowTheLanguageAskedFor() {
		Locale before = Locale.getDefault();
		try {
			Locale.setDefault(Locale.GERMANY);
			assertEquals("SUMMARY:Certificate of Contoso ends", line("SUMMARY", "Contoso", Locale.US));
			assertEquals("SUMMARY:Zertifikat von Contoso läuft ab", line("SUMMARY", "Contoso", Locale.GERMANY));
		} finally {
			Locale.setDefault(before);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "a;b,c\\d", "a\r\nEND:VEVENT\r\nBEGIN:VEVENT", "\u2028a\u0085b\u2029", "tab\tbell\u0007\u0000",
			"half \ud83d of a character", "\"quoted\": yes", "{0} '{1}' %s", "\u202eright to left", "" })
	void noNameBreaksTheCalendar(String name) {
		String calendar = calendar(name, List.of(30), Locale.ENGLISH);

		List<String> lines = unfolded(calendar);
		assertEquals(1, lines.stream().filter("BEGIN:VEVENT"::equals).count());
		assertTrue(lines.stream().allMatch(line -> line.matches("[A-Z]+:.*")), calendar);
		assertEquals(0, calendar.codePoints().filter(point -> point != '\r' && point != '\n')
				.filter(point -> Character.isISOControl(point) || "\u2028\u2029".indexOf(point) >= 0
						|| Character.getType(point) == Character.SURROGATE)
				.count());
	}

	@Test
	void whatHasAMeaningInCalendarsIsEscaped() {
		assertEquals("SUMMARY:Certificate of a\\;b\\,c\\\\d\\ne ends", line("SUMMARY", "a;b,c\\d\r\ne", Locale.ENGLISH));
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "ü", "\u20ac", "\ud83d\ude00", "aü\u20ac\ud83d\ude00" })
	void linesAreFoldedBetweenCharactersAt75Octets(String part) {
		String name = part.repeat(120);
		String calendar = calendar(name, List.of(30), Locale.ENGLISH);

		assertTrue(calendar.endsWith("\r\n"));
		List<byte[]> lines = Arrays.stream(calendar.split("\r\n")).map(line -> line.getBytes(UTF_8)).toList();
		assertTrue(lines.stream().allMatch(line -> line.length <= 75));
		assertTrue(lines.stream().anyMatch(line -> line.length > 71), "lines are as full as they can be");
		assertFalse(calendar.replace("\r\n", "").contains("\n"));
		assertTrue(calendar.contains("SUMMARY:"));
		assertEquals("SUMMARY:Certificate of " + name + " ends", line("SUMMARY", name, Locale.ENGLISH));
	}

	@Test
	void renewalMovesTheEventInsteadOfMakingAnother() {
		Connection old = connection("Contoso").revised(7);
		Connection renewed = old.renewed(old.certificate(), Instant.parse("2028-01-01T04:00:00Z"), "AB", NOW, Proof.NONE)
				.revised(8);

		List<String> lines = unfolded(ExpiryCalendar.of(List.of(renewed), List.of(30), NOW, Locale.ENGLISH));
		assertTrue(lines.containsAll(List.of("UID:" + ID, "SEQUENCE:8", "DTSTART:20280101T040000Z")), lines.toString());
	}

	private static String line(String name, String organization, Locale locale) {
		return unfolded(calendar(organization, List.of(), locale)).stream().filter(line -> line.startsWith(name + ':'))
				.findFirst().orElseThrow();
	}

	private static List<String> unfolded(String calendar) {
		return List.of(calendar.replace("\r\n ", "").split("\r\n"));
	}

	private static String calendar(String name, List<Integer> days, Locale locale) {
		return ExpiryCalendar.of(List.of(connection(name)), days, NOW, locale);
	}

	private static Connection connection(String name) {
		return new Connection(ID, 7, name, "global", "11111111-2222-3333-4444-555555555555", "contoso.example",
				Optional.empty(), "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee", Optional.empty(),
				new CertificateReference("keystore", "AB".repeat(32)), Instant.parse("2027-01-01T04:00:00Z"), List.of(),
				Set.of(Service.EXCHANGE), "", Proof.NONE);
	}
}
