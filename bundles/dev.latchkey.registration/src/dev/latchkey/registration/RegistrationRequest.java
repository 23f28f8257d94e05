package dev.latchkey.registration;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be connected with what.
 *
 * @param tenant        the organization
 * @param account       a user principal name of the organization, on whose behalf Exchange is called; empty when
 *                      no {@link Verification.Subject} needs one
 * @param services      the services to use; never empty
 * @param applicationId application (client) id, a GUID in lower case
 * @param certificate   the certificate to register and to prove
 * @param profile       what the console needs
 */
public record RegistrationRequest(Tenant tenant, Optional<String> account, Set<Service> services, String applicationId,
		ClientCertificate certificate, PermissionProfile profile) {

	public RegistrationRequest {
		Objects.requireNonNull(tenant, "tenant"); //$NON-NLS-1$
		Objects.requireNonNull(account, "account"); //$NON-NLS-1$
		services = Set.copyOf(services);
		if (services.isEmpty()) {
			throw new IllegalArgumentException("No service"); //$NON-NLS-1$
		}
		Objects.requireNonNull(applicationId, "applicationId"); //$NON-NLS-1$
		Objects.requireNonNull(certificate, "certificate"); //$NON-NLS-1$
		Objects.requireNonNull(profile, "profile"); //$NON-NLS-1$
	}
}
