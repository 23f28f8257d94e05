package dev.latchkey.registration.graph.tenant;

import java.util.Optional;
import java.util.Set;

import dev.latchkey.registration.Resource;

/**
 * What the signed-in administrator can do, as far as the token's directory roles tell for certain. Sources: Microsoft's
 * pages "Grant tenant-wide admin consent" and "Microsoft Entra built-in roles". Only roles that are known to lack a right
 * rule it out: custom roles and the ownership of an application may give it, and then Graph itself decides.
 */
public final class AdminRights {

	public static final String PRIVILEGED = "Privileged Role Administrator"; //$NON-NLS-1$
	public static final String APPLICATION = "Application Administrator"; //$NON-NLS-1$

	private static final Set<String> EVERYTHING = Set.of("62e90394-69f5-4237-9190-012177145e10", // Global Administrator //$NON-NLS-1$
			"e8611ab8-c189-46e8-94e1-60213ab1f814"); // Privileged Role Administrator //$NON-NLS-1$

	private static final Set<String> APPLICATIONS = Set.of("9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3", // Application Administrator //$NON-NLS-1$
			"158c047a-c907-4556-b7ef-446551a6b5f7"); // Cloud Application Administrator //$NON-NLS-1$

	private static final Set<String> NEITHER = Set.of("b79fbf4d-3ef9-4689-8143-76b194e85509", // every user //$NON-NLS-1$
			"f2ef992c-3afb-46b9-b7cf-a126ee74c451", // Global Reader //$NON-NLS-1$
			"29232cdf-9323-42fd-ade2-1d097af3e4de", // Exchange Administrator //$NON-NLS-1$
			"f28a1f50-f6e7-4571-818b-6a12f2af6b6c", // SharePoint Administrator //$NON-NLS-1$
			"69091246-20e8-4a56-aa4d-066075b2a7a8", // Teams Administrator //$NON-NLS-1$
			"b1be1c3e-b65d-4f19-8427-f6fa0d97feb9", // Conditional Access Administrator //$NON-NLS-1$
			"5d6b6bb7-de71-4623-b4af-96380a352509"); // Security Reader //$NON-NLS-1$

	private final boolean everything;
	private final boolean applications;

	/** @param roleTemplateIds those of the token; none means that they are unknown */
	AdminRights(Set<String> roleTemplateIds) {
		this.applications = roleTemplateIds.stream().anyMatch(APPLICATIONS::contains);
		this.everything = roleTemplateIds.isEmpty() || roleTemplateIds.stream()
				.anyMatch(id -> EVERYTHING.contains(id) || !APPLICATIONS.contains(id) && !NEITHER.contains(id));
	}

	/** The role that is lacking to grant permissions of that resource, if any. */
	Optional<String> lackingToGrant(Resource resource) {
		if (everything || applications && !Resource.MICROSOFT_GRAPH.equals(resource)) {
			return Optional.empty();
		}
		return Optional.of(roleToGrant(resource));
	}

	/** The role that is lacking to assign directory roles, if any. */
	Optional<String> lackingToAssignRoles() {
		return everything ? Optional.empty() : Optional.of(PRIVILEGED);
	}

	public static String roleToGrant(Resource resource) {
		return Resource.MICROSOFT_GRAPH.equals(resource) ? PRIVILEGED : APPLICATION;
	}
}
