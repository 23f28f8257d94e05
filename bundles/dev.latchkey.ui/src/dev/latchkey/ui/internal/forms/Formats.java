package dev.latchkey.ui.internal.forms;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

import org.eclipse.osgi.util.NLS;

/** Dates and durations as the user's language and country write them. */
public final class Formats {

	private static final int SECONDS_PER_MINUTE = 60;
	private static final double MILLIS_PER_SECOND = 1000;

	private Formats() {
	}

	/** The day, in this computer's time zone. */
	public static String date(Instant instant) {
		return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).format(instant.atZone(ZoneId.systemDefault()));
	}

	/** Day and time, in this computer's time zone. */
	public static String time(Instant instant) {
		return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
				.format(instant.atZone(ZoneId.systemDefault()));
	}

	/** Minutes and seconds, as a clock that counts down shows them. */
	public static String clock(Duration duration) {
		long seconds = Math.max(0, duration.toSeconds());
		return String.format("%d:%02d", seconds / SECONDS_PER_MINUTE, seconds % SECONDS_PER_MINUTE); //$NON-NLS-1$
	}

	/** How long something took; empty when it took no time worth telling. */
	public static String duration(Duration duration) {
		if (duration.isZero() || duration.isNegative()) {
			return ""; //$NON-NLS-1$
		}
		return duration.toSeconds() < SECONDS_PER_MINUTE
				? NLS.bind(Messages.Formats_seconds, String.format("%.1f", duration.toMillis() / MILLIS_PER_SECOND)) //$NON-NLS-1$
				: clock(duration);
	}
}
