package dev.latchkey.connection;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.registration.Service;

/**
 * An organization that was connected. Holds no secret: the certificate is named, not contained.
 *
 * @param id            identifies the connection, for ever
 * @param name          the organization's display name; its domain until it is known
 * @param cloudId       {@link dev.latchkey.registration.Cloud#id()}
 * @param tenantId      a GUID in lower case
 * @param domain        the domain by which the tenant was found
 * @param account       the user principal name for Exchange's impersonation; empty without Exchange
 * @param applicationId application (client) id, a GUID in lower case
 * @param certificate   names the certificate
 * @param certificateEnds when the certificate ends
 * @param services      never empty
 * @param profileId     {@link dev.latchkey.registration.PermissionProfile#id()} of what it was made for; empty when unknown
 * @param state         how it stands
 * @param verified      when it was last proven
 */
public record Connection(UUID id, String name, String cloudId, String tenantId, String domain,
		Optional<String> account, String applicationId, CertificateReference certificate, Instant certificateEnds,
		Set<Service> services, String profileId, State state, Optional<Instant> verified) {

	/** How a connection stands. */
	public enum State {
		/** Proven by a sign-in with the certificate. */
		CONNECTED,
		/** Saved by the administrator's explicit choice without a proof. */
		NOT_VERIFIED
	}

	public Connection {
		Objects.requireNonNull(id, "id"); //$NON-NLS-1$
		Objects.requireNonNull(name, "name"); //$NON-NLS-1$
		Objects.requireNonNull(cloudId, "cloudId"); //$NON-NLS-1$
		Objects.requireNonNull(tenantId, "tenantId"); //$NON-NLS-1$
		Objects.requireNonNull(domain, "domain"); //$NON-NLS-1$
		Objects.requireNonNull(account, "account"); //$NON-NLS-1$
		Objects.requireNonNull(applicationId, "applicationId"); //$NON-NLS-1$
		Objects.requireNonNull(certificate, "certificate"); //$NON-NLS-1$
		Objects.requireNonNull(certificateEnds, "certificateEnds"); //$NON-NLS-1$
		services = Set.copyOf(services);
		if (services.isEmpty()) {
			throw new IllegalArgumentException("No service"); //$NON-NLS-1$
		}
		Objects.requireNonNull(profileId, "profileId"); //$NON-NLS-1$
		Objects.requireNonNull(state, "state"); //$NON-NLS-1$
		Objects.requireNonNull(verified, "verified"); //$NON-NLS-1$
	}
}
