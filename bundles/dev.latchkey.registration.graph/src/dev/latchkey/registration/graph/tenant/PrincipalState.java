package dev.latchkey.registration.graph.tenant;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.microsoft.graph.models.AppRole;
import com.microsoft.graph.models.ServicePrincipal;

/**
 * A service principal: an application's presence in the tenant.
 *
 * @param roles ids of the app roles that applications can be given now, by their value
 */
record PrincipalState(String id, String appId, String name, boolean enabled, Map<String, String> roles) {

	static final String[] SELECT = { "id", "appId", "displayName", "accountEnabled", "appRoles" }; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$

	static PrincipalState of(ServicePrincipal principal) {
		Map<String, String> roles = new HashMap<>();
		List<AppRole> all = principal.getAppRoles() == null ? List.of() : principal.getAppRoles();
		for (AppRole role : all) {
			if (forApplications(role)) {
				roles.put(role.getValue(), role.getId().toString());
			}
		}
		return new PrincipalState(principal.getId(), principal.getAppId(), principal.getDisplayName(),
				!Boolean.FALSE.equals(principal.getAccountEnabled()), Map.copyOf(roles));
	}

	private static boolean forApplications(AppRole role) {
		return Boolean.TRUE.equals(role.getIsEnabled()) && role.getValue() != null && role.getId() != null
				&& role.getAllowedMemberTypes() != null && role.getAllowedMemberTypes().contains("Application"); //$NON-NLS-1$
	}

	Optional<String> roleId(String value) {
		return Optional.ofNullable(roles.get(value));
	}
}
