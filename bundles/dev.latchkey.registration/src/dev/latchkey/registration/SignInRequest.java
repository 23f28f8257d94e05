package dev.latchkey.registration;

import java.util.Objects;
import java.util.Set;

/**
 * Who is to sign in, how and for what.
 *
 * @param tenant the organization; an account of another one is refused
 * @param method how
 * @param scopes what the session is to be able to do; never empty
 */
public record SignInRequest(Tenant tenant, SignInMethod method, Set<AdminScope> scopes) {

	public SignInRequest {
		Objects.requireNonNull(tenant, "tenant"); //$NON-NLS-1$
		Objects.requireNonNull(method, "method"); //$NON-NLS-1$
		scopes = Set.copyOf(scopes);
		if (scopes.isEmpty()) {
			throw new IllegalArgumentException("No scope"); //$NON-NLS-1$
		}
	}
}
