package dev.latchkey.ui.internal.view;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;

import dev.latchkey.connection.Connection;
import dev.latchkey.registration.Service;
import dev.latchkey.ui.internal.forms.Mark;

/** How a connection stands today, as it is shown. */
final class OrganizationRow {

	private static final Duration SOON = Duration.ofDays(30);

	/** What matters most about a connection, worst first. */
	enum Standing {

		EXPIRED(Mark.ERROR), NOT_VERIFIED(Mark.WARNING), EXPIRES_SOON(Mark.WARNING), CONNECTED(Mark.DONE);

		private final Mark mark;

		Standing(Mark mark) {
			this.mark = mark;
		}

		Mark mark() {
			return mark;
		}

		String text() {
			return switch (this) {
			case EXPIRED -> Messages.Standing_expired;
			case NOT_VERIFIED -> Messages.Standing_notVerified;
			case EXPIRES_SOON -> Messages.Standing_expiresSoon;
			case CONNECTED -> Messages.Standing_connected;
			};
		}
	}

	private OrganizationRow() {
	}

	static Standing standing(Connection connection, Instant now) {
		if (connection.certificateEnds().isBefore(now)) {
			return Standing.EXPIRED;
		}
		if (connection.state() != Connection.State.CONNECTED) {
			return Standing.NOT_VERIFIED;
		}
		return connection.certificateEnds().isBefore(now.plus(SOON)) ? Standing.EXPIRES_SOON : Standing.CONNECTED;
	}

	/** Microsoft's names of the services, in their usual order. */
	static String services(Connection connection) {
		return connection.services().stream().sorted().map(Service::productName).collect(Collectors.joining(", ")); //$NON-NLS-1$
	}
}
