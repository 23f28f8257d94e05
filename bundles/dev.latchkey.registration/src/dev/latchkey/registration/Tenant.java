package dev.latchkey.registration;

import java.util.Objects;

/**
 * An organization's directory.
 *
 * @param cloud  where it lives
 * @param id     tenant id, a GUID in lower case
 * @param domain the domain by which it was found
 */
public record Tenant(Cloud cloud, String id, String domain) {

	public Tenant {
		Objects.requireNonNull(cloud, "cloud"); //$NON-NLS-1$
		Objects.requireNonNull(id, "id"); //$NON-NLS-1$
		Objects.requireNonNull(domain, "domain"); //$NON-NLS-1$
	}
}
