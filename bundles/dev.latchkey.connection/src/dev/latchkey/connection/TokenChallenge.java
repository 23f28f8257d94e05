package dev.latchkey.connection;

import java.util.Objects;
import java.util.Optional;

/**
 * What a service answered when it refused a token with status 401.
 *
 * @param refused the token that was refused
 * @param claims  the claims that the next one must have, as JSON, when the service asked for any
 *                (<a href="https://learn.microsoft.com/entra/identity-platform/claims-challenge">claims challenge</a>)
 */
public record TokenChallenge(AccessToken refused, Optional<String> claims) {
	public TokenChallenge {
		Objects.requireNonNull(refused, "refused"); //$NON-NLS-1$
		Objects.requireNonNull(claims, "claims"); //$NON-NLS-1$
	}
}
