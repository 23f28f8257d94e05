package dev.latchkey.registration;

import java.time.Instant;
import java.util.Objects;

/**
 * Something that is waited for before the next try.
 *
 * @param why   what was refused so far, such as {@link Reason#THROTTLED}
 * @param until when the next try is made, for a countdown
 */
public record Wait(Failure why, Instant until) {
	public Wait {
		Objects.requireNonNull(why, "why"); //$NON-NLS-1$
		Objects.requireNonNull(until, "until"); //$NON-NLS-1$
	}
}
