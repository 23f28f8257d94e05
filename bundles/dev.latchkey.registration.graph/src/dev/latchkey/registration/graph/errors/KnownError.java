package dev.latchkey.registration.graph.errors;

import java.util.Objects;
import java.util.Optional;

import dev.latchkey.registration.Reason;

/**
 * One row of the catalogue.
 *
 * @param code   {@code AADSTS} and a number, an OAuth error, a service's own code, or {@code HTTP} and a status
 * @param reason what it means to us; empty for what is no error: it is waited for
 */
public record KnownError(Side side, String code, Optional<Reason> reason) {

	public KnownError {
		Objects.requireNonNull(side, "side"); //$NON-NLS-1$
		Objects.requireNonNull(code, "code"); //$NON-NLS-1$
		Objects.requireNonNull(reason, "reason"); //$NON-NLS-1$
	}
}
