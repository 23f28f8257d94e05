package dev.latchkey.connection;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;

/**
 * The ends of connections' certificates as a calendar (<a href="https://www.rfc-editor.org/rfc/rfc5545">iCalendar</a>), to be
 * imported into calendars or watched by other tools. One event for each connection, which keeps its identity when the
 * certificate is renewed: importing again moves it. Holds no secret. Callable from any thread.
 */
public final class ExpiryCalendar {

	/** Ending of a calendar's file name, with the dot. Such a file is in UTF-8. */
	public static final String FILE_ENDING = ".ics"; //$NON-NLS-1$

	private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT) //$NON-NLS-1$
			.withZone(ZoneOffset.UTC);

	private final Instant now;
	private final List<Integer> warningDays;
	private final ResourceBundle texts;
	private final CalendarLines lines = new CalendarLines();

	private ExpiryCalendar(List<Integer> warningDays, Instant now, Locale locale) {
		this.now = Objects.requireNonNull(now, "now"); //$NON-NLS-1$
		this.warningDays = warningDays;
		// Otherwise a German console would have no way to English texts, which have no file of their own.
		texts = ResourceBundle.getBundle(ExpiryCalendar.class.getPackageName() + ".texts", locale, //$NON-NLS-1$
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
	}

	/**
	 * Makes the calendar.
	 *
	 * @param connections at least one: there is no calendar without an event
	 *                    (<a href="https://www.rfc-editor.org/rfc/rfc5545#section-3.6">RFC 5545, section 3.6</a>)
	 * @param warningDays days before an end at which a calendar is to remind of it, as {@link ConnectionHealth#warningDays()} has
	 *                    them; those that have passed already are left out, since calendars would remind of them at once
	 * @param now         when the calendar is made
	 * @param locale      of its texts
	 * @return what to write into a file, in UTF-8; lines end as the standard has it, whatever this system's files do
	 */
	public static String of(Collection<Connection> connections, List<Integer> warningDays, Instant now, Locale locale) {
		if (connections.isEmpty()) {
			throw new IllegalArgumentException("No connection"); //$NON-NLS-1$
		}
		ExpiryCalendar calendar = new ExpiryCalendar(warningDays, now, locale);
		return calendar.write(connections);
	}

	private String write(Collection<Connection> connections) {
		lines.add("BEGIN", "VCALENDAR").add("VERSION", "2.0").add("PRODID", "-//Latchkey//Latchkey//EN"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
		connections.forEach(this::event);
		return lines.add("END", "VCALENDAR").toString(); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** The moment itself and no duration: it takes no time from anybody's day. */
	private void event(Connection connection) {
		lines.add("BEGIN", "VEVENT").add("UID", connection.id().toString()); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		lines.add("SEQUENCE", Long.toString(Math.min(connection.revision(), Integer.MAX_VALUE))); //$NON-NLS-1$
		lines.add("DTSTAMP", UTC.format(now)).add("DTSTART", UTC.format(connection.certificateEnds())); //$NON-NLS-1$ //$NON-NLS-2$
		lines.addText("SUMMARY", text("calendar.summary", connection.name())); //$NON-NLS-1$ //$NON-NLS-2$
		lines.addText("DESCRIPTION", text("calendar.description", connection.name(), connection.domain(), //$NON-NLS-1$ //$NON-NLS-2$
				connection.applicationId(), connection.certificate().sha256()));
		lines.add("TRANSP", "TRANSPARENT"); //$NON-NLS-1$ //$NON-NLS-2$
		warningDays.stream().filter(days -> now.isBefore(connection.certificateEnds().minus(Duration.ofDays(days))))
				.forEach(days -> alarm(connection, days));
		lines.add("END", "VEVENT"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private void alarm(Connection connection, int days) {
		lines.add("BEGIN", "VALARM").add("ACTION", "DISPLAY").add("TRIGGER", "-P" + days + 'D'); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
		lines.addText("DESCRIPTION", text("calendar.alarm", connection.name(), days)); //$NON-NLS-1$ //$NON-NLS-2$
		lines.add("END", "VALARM"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private String text(String key, Object... arguments) {
		return new MessageFormat(texts.getString(key), texts.getLocale()).format(arguments);
	}
}
