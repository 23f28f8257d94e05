package dev.latchkey.connection;

import java.util.Collection;
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

	/**
	 * Reads the answer. Whatever is in the headers, no exception: what is no claims challenge asks for no claims.
	 *
	 * @param refused      the token that was refused
	 * @param authenticate the values of the answer's headers {@code WWW-Authenticate}, each as it was received
	 */
	public static TokenChallenge of(AccessToken refused, Collection<String> authenticate) {
		return new TokenChallenge(refused, authenticate.stream().flatMap(ClaimsChallenge::claims).findFirst());
	}
}
