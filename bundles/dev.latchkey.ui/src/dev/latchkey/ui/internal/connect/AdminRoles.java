package dev.latchkey.ui.internal.connect;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.latchkey.registration.RoleName;

/**
 * The directory roles that are of use for registering an application, by template id. Source: Microsoft's page "Microsoft
 * Entra built-in roles".
 */
final class AdminRoles {

	private static final List<Role> ROLES = List.of(
			new Role("62e90394-69f5-4237-9190-012177145e10", "Global Administrator"), //$NON-NLS-1$ //$NON-NLS-2$
			new Role("e8611ab8-c189-46e8-94e1-60213ab1f814", "Privileged Role Administrator"), //$NON-NLS-1$ //$NON-NLS-2$
			new Role("9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3", "Application Administrator"), //$NON-NLS-1$ //$NON-NLS-2$
			new Role("158c047a-c907-4556-b7ef-446551a6b5f7", "Cloud Application Administrator")); //$NON-NLS-1$ //$NON-NLS-2$

	private AdminRoles() {
	}

	/** The names of those roles that are of use, the mightiest first; empty when none is known. */
	static Optional<String> names(Set<String> templateIds) {
		String names = ROLES.stream().filter(role -> templateIds.contains(role.templateId())).map(Role::name).map(RoleName::local)
				.collect(Collectors.joining(", ")); //$NON-NLS-1$
		return names.isEmpty() ? Optional.empty() : Optional.of(names);
	}

	private record Role(String templateId, String name) {
	}
}
