package dev.latchkey.ui.internal.connect;

import java.time.Duration;
import java.util.List;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.ui.internal.forms.Formats;

/**
 * One line of what is done to connect; immutable.
 *
 * @param id       the same for the same action however it stands
 * @param action   what is done, for people
 * @param standing how it stands
 * @param duration how long it took so far
 * @param details  what there is to know beyond that, one sentence each; may be empty
 * @param parts    what it consists of; may be empty
 */
record ActionRow(String id, String action, Standing standing, Duration duration, List<String> details,
		List<ActionRow> parts) {

	ActionRow {
		details = List.copyOf(details);
		parts = List.copyOf(parts);
	}

	/** Name, state and details, as text to read or copy. */
	String text() {
		String head = NLS.bind(Messages.ActionRow_head, action, standing.text());
		return details.isEmpty() ? head : head + "\n" + String.join("\n", details); //$NON-NLS-1$ //$NON-NLS-2$
	}

	String durationText() {
		return Formats.duration(duration);
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
