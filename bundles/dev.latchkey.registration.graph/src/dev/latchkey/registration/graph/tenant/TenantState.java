package dev.latchkey.registration.graph.tenant;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the application may do in a tenant, as it was read.
 *
 * @param own   the application's service principal
 * @param apis  the service principals of the APIs that matter
 * @param held  what the application is granted
 * @param roles template ids of the directory roles that it has; empty when they could not be read
 */
record TenantState(Optional<PrincipalState> own, Apis apis, List<HeldPermission> held, Optional<Set<String>> roles) {

	Set<Grant> grants() {
		return held.stream().map(HeldPermission::grant).collect(Collectors.toSet());
	}

	boolean hasRole(String templateId) {
		return roles.map(all -> all.contains(templateId)).orElse(false);
	}
}
