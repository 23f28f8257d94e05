package dev.latchkey.ui.internal.view;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.connection.Health;
import dev.latchkey.connection.Standing;
import dev.latchkey.ui.internal.forms.Mark;

/** How a connection stands, in a picture and in words. */
public final class StandingText {

	private static final int MOST_DAYS = 999;

	private StandingText() {
	}

	/** Each standing has its own shape and colour. */
	public static Mark mark(Standing standing) {
		return switch (standing) {
		case EXPIRED -> Mark.EXPIRED;
		case NOT_VERIFIED -> Mark.NOT_VERIFIED;
		case NEEDS_PERMISSION -> Mark.NEEDS_PERMISSION;
		case UNREACHABLE -> Mark.UNREACHABLE;
		case EXPIRES_SOON -> Mark.EXPIRES_SOON;
		case CONNECTED -> Mark.DONE;
		};
	}

	/** All that there may be to say, with as many days as there may be left. */
	static List<String> all() {
		return Stream.concat(Stream.of(Standing.values()).map(Standing::title),
				Stream.of(Messages.StandingText_today, Messages.StandingText_tomorrow, NLS.bind(Messages.StandingText_days, MOST_DAYS)))
				.toList();
	}

	/** In a few words, with the days that are left where they matter. */
	public static String of(Health health) {
		if (health.standing() != Standing.EXPIRES_SOON) {
			return health.standing().title();
		}
		long days = health.left().toDays();
		return days < 1 ? Messages.StandingText_today
				: days == 1 ? Messages.StandingText_tomorrow : NLS.bind(Messages.StandingText_days, days);
	}
}
