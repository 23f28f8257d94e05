package dev.latchkey.registration.graph.tenant;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.latchkey.registration.graph.Parallel;
import dev.latchkey.registration.graph.Parallel.Pending;
import dev.latchkey.registration.graph.Refusal;

/** Reads what the application may do. */
final class TenantReader {

	private final Needs needs;
	private final PrincipalReader principals;
	private final Parallel parallel;

	TenantReader(Needs needs, PrincipalReader principals, Parallel parallel) {
		this.needs = needs;
		this.principals = principals;
		this.parallel = parallel;
	}

	TenantState read() throws Refusal {
		var own = parallel.begin(() -> principals.principal(needs.request().applicationId()));
		Map<String, Pending<Optional<PrincipalState>>> apis = new HashMap<>();
		needs.resourceIds().forEach(appId -> apis.put(appId, parallel.begin(() -> principals.principal(appId))));
		Optional<PrincipalState> principal = own.await();
		var held = parallel.begin(() -> held(principal));
		var roles = parallel.begin(() -> roles(principal));
		Map<String, PrincipalState> found = new HashMap<>();
		for (var api : apis.entrySet()) {
			api.getValue().await().ifPresent(state -> found.put(api.getKey(), state));
		}
		return new TenantState(principal, new Apis(needs.cloud(), found), held.await(), roles.await());
	}

	private List<HeldPermission> held(Optional<PrincipalState> own) throws Refusal {
		return own.isPresent() ? principals.permissions(own.get().id()) : List.of();
	}

	private Optional<Set<String>> roles(Optional<PrincipalState> own) throws Refusal {
		boolean matter = own.isPresent() && !needs.directoryRoles().isEmpty();
		return matter ? principals.roles(own.get().id()) : Optional.of(Set.of());
	}
}
