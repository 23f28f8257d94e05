package dev.latchkey.ui.internal.connect;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.ui.internal.forms.Formats;

/**
 * One line of what is done in the tenant; immutable.
 *
 * @param id       the same for the same action however it stands
 * @param action   what is done, for people
 * @param standing how it stands
 * @param duration how long it took so far
 * @param until    when the next try is made, while something is waited for
 * @param details  what there is to know beyond that, one sentence each; may be empty
 * @param parts    what it consists of; may be empty
 */
public record ActionRow(String id, String action, Standing standing, Duration duration, Optional<Instant> until,
		List<String> details, List<ActionRow> parts) {

	public ActionRow {
		details = List.copyOf(details);
		parts = List.copyOf(parts);
	}

	/** How it stands, with the time left to the next try. */
	String state(Instant now) {
		return until.map(time -> Duration.between(now, time)).filter(left -> !left.isNegative())
				.map(left -> NLS.bind(Messages.ActionRow_countdown, Formats.clock(left))).orElseGet(standing::text);
	}

	/** Whether it, or a part of it, counts down. */
	boolean waits() {
		return until.isPresent() || parts.stream().anyMatch(ActionRow::waits);
	}

	/** Name, state and details, as text to read or copy. */
	String text() {
		String head = NLS.bind(Messages.ActionRow_head, action, standing.text());
		return details.isEmpty() ? head : head + "\n" + String.join("\n", details); //$NON-NLS-1$ //$NON-NLS-2$
	}

	String durationText() {
		return Formats.duration(duration);
	}

	/** Whether it failed, as a whole or in part. */
	boolean failed() {
		return standing == Standing.FAILED || standing == Standing.PARTLY_DONE || standing == Standing.NOT_ALLOWED;
	}

	/** Rows are the same when they are about the same action, so that a table keeps selection and expansion. */
	@Override
	public boolean equals(Object other) {
		return other instanceof ActionRow row && id.equals(row.id);
	}

	@Override
	public int hashCode() {
		return id.hashCode();
	}
}
