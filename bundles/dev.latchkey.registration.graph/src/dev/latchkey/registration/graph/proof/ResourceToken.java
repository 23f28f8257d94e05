package dev.latchkey.registration.graph.proof;

import java.util.Set;

/**
 * A token of the application for one resource.
 *
 * @param value the token, a secret
 * @param roles the permissions that it carries
 */
record ResourceToken(String value, Set<String> roles) {

	/** Never shows the token. */
	@Override
	public String toString() {
		return "ResourceToken" + roles; //$NON-NLS-1$
	}
}
