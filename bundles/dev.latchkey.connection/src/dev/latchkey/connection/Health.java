package dev.latchkey.connection;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.latchkey.registration.Failure;

/**
 * How a connection stands today, as far as that can be said without the network.
 *
 * @param standing the word for it
 * @param left     until the certificate ends; negative when it has ended
 * @param missing  what the profile asks for and was not proven: {@code resource name: value}, or a directory role's name; empty
 *                 when nothing is, or when that is not known
 * @param failure  what was wrong when the connection was last looked at
 */
public record Health(Standing standing, Duration left, List<String> missing, Optional<Failure> failure) {
	public Health {
		Objects.requireNonNull(standing, "standing"); //$NON-NLS-1$
		Objects.requireNonNull(left, "left"); //$NON-NLS-1$
		missing = List.copyOf(missing);
		Objects.requireNonNull(failure, "failure"); //$NON-NLS-1$
	}
}
