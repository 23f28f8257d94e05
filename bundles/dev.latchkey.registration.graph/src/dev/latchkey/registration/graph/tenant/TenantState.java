package dev.latchkey.registration.graph.tenant;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that a plan depends on, as it was read.
 *
 * @param own       the application's service principal
 * @param resources the resources' service principals by application id; those that the tenant does not have are missing
 * @param grants    what the application is granted
 * @param roles     template ids of the directory roles that it has; empty when they could not be read
 */
record TenantState(ApplicationState application, Optional<PrincipalState> own, Map<String, PrincipalState> resources,
		Set<Grant> grants, Optional<Set<String>> roles) {
}
