package dev.latchkey.certificate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one provider answered.
 *
 * @param providerId   {@link CertificateProvider#id()}
 * @param providerName {@link CertificateProvider#name()}
 * @param entries      its certificates; none when there is a problem
 * @param problem      why it could not be listed
 */
public record ProviderListing(String providerId, String providerName, List<CertificateEntry> entries,
		Optional<CertificateAccessException> problem) {

	public ProviderListing {
		Objects.requireNonNull(providerId, "providerId"); //$NON-NLS-1$
		Objects.requireNonNull(providerName, "providerName"); //$NON-NLS-1$
		entries = List.copyOf(entries);
		Objects.requireNonNull(problem, "problem"); //$NON-NLS-1$
	}
}
