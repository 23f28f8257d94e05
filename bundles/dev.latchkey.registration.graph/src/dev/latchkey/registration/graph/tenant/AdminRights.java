package dev.latchkey.registration.graph.tenant;

import java.util.Optional;
import java.util.Set;

import dev.latchkey.registration.Resource;

/**
 * What the signed-in administrator can do, as far as directory roles tell for certain. Sources: Microsoft's
 * pages "Grant tenant-wide admin consent" and "Microsoft Entra built-in roles". Only roles that are known to lack a right
 * rule it out: other roles, custom ones among them, may give it, and so may the ownership of the application; then Graph
 * itself decides.
 */
public final class AdminRights {

	public static final String PRIVILEGED = "Privileged Role Administrator"; //$NON-NLS-1$
	public static final String APPLICATION = "Application Administrator"; //$NON-NLS-1$

	private static final String GLOBAL = "62e90394-69f5-4237-9190-012177145e10"; //$NON-NLS-1$
	private static final String PRIVILEGED_ID = "e8611ab8-c189-46e8-94e1-60213ab1f814"; //$NON-NLS-1$

	private static final Set<String> APPLICATIONS = Set.of( //
			"9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3", // Application Administrator //$NON-NLS-1$
			"158c047a-c907-4556-b7ef-446551a6b5f7"); // Cloud Application Administrator //$NON-NLS-1$

	private static final Set<String> NEITHER = Set.of("b79fbf4d-3ef9-4689-8143-76b194e85509", // every user //$NON-NLS-1$
			"f2ef992c-3afb-46b9-b7cf-a126ee74c451", // Global Reader //$NON-NLS-1$
			"29232cdf-9323-42fd-ade2-1d097af3e4de", // Exchange Administrator //$NON-NLS-1$
			"f28a1f50-f6e7-4571-818b-6a12f2af6b6c", // SharePoint Administrator //$NON-NLS-1$
			"69091246-20e8-4a56-aa4d-066075b2a7a8", // Teams Administrator //$NON-NLS-1$
			"b1be1c3e-b65d-4f19-8427-f6fa0d97feb9", // Conditional Access Administrator //$NON-NLS-1$
			"5d6b6bb7-de71-4623-b4af-96380a352509"); // Security Reader //$NON-NLS-1$

	private final Set<String> roles;
	private final boolean unsure;
	private final boolean owner;

	/**
	 * @param roleTemplateIds those that the administrator has; none means that they are unknown
	 * @param owner           whether the application is theirs
	 */
	AdminRights(Set<String> roleTemplateIds, boolean owner) {
		this.roles = roleTemplateIds;
		this.unsure = roleTemplateIds.isEmpty() || !roleTemplateIds.stream().allMatch(AdminRights::isKnown);
		this.owner = owner;
	}

	private static boolean isKnown(String id) {
		return GLOBAL.equals(id) || PRIVILEGED_ID.equals(id) || APPLICATIONS.contains(id) || NEITHER.contains(id);
	}

	/** The role that is lacking to change the application itself, if any. */
	Optional<String> lackingToChange() {
		return lacking(unsure || owner || isApplicationAdministrator(), APPLICATION);
	}

	/**
	 * The role that is lacking to create a service principal, if any.
	 *
	 * @param ours whether it is the application's
	 */
	Optional<String> lackingToCreate(boolean ours) {
		return lacking(unsure || owner && ours || isApplicationAdministrator(), APPLICATION);
	}

	/** The role that is lacking to grant permissions of that resource, if any. */
	Optional<String> lackingToGrant(Resource resource) {
		boolean enough = isPrivileged() || isApplicationAdministrator() && !Resource.MICROSOFT_GRAPH.equals(resource);
		return lacking(unsure || enough, roleToGrant(resource));
	}

	/** The role that is lacking to assign directory roles, if any. */
	Optional<String> lackingToAssignRoles() {
		return lacking(unsure || isPrivileged(), PRIVILEGED);
	}

	private boolean isPrivileged() {
		return roles.contains(GLOBAL) || roles.contains(PRIVILEGED_ID);
	}

	private boolean isApplicationAdministrator() {
		return roles.contains(GLOBAL) || roles.stream().anyMatch(APPLICATIONS::contains);
	}

	private static Optional<String> lacking(boolean able, String role) {
		return able ? Optional.empty() : Optional.of(role);
	}

	public static String roleToGrant(Resource resource) {
		return Resource.MICROSOFT_GRAPH.equals(resource) ? PRIVILEGED : APPLICATION;
	}
}
