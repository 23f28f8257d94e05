package dev.latchkey.registration;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What the tenant's application management policy says about certificates of this application (Microsoft Graph:
 * {@code appManagementPolicy}, {@code tenantAppManagementPolicy}).
 *
 * @param name            the policy's display name
 * @param longestLifetime no certificate may be valid for longer; empty without a limit
 * @param trustedIssuers  whether only certificates of the tenant's trusted authorities are accepted
 */
public record CredentialPolicy(String name, Optional<Duration> longestLifetime, boolean trustedIssuers) {
	public CredentialPolicy {
		Objects.requireNonNull(name, "name"); //$NON-NLS-1$
		Objects.requireNonNull(longestLifetime, "longestLifetime"); //$NON-NLS-1$
	}
}
