package dev.latchkey.tenant.internal.graph;

import java.util.Set;

/**
 * What a kind of request needs.
 *
 * @param permissions
 *            one of these scopes or app roles
 * @param roles
 *            and, when a person calls, one of these directory roles; none needed when empty
 */
record Right(Set<String> permissions, Set<String> roles) {

	private static final String GLOBAL = "Global Administrator";
	private static final String PRIVILEGED = "Privileged Role Administrator";
	private static final Set<String> APPLICATION_ADMINS = Set.of(GLOBAL, "Application Administrator",
			"Cloud Application Administrator");

	static final Right READ_APPLICATIONS = anyone("Application.Read.All", "Application.ReadWrite.All",
			"Directory.Read.All", "Directory.ReadWrite.All");
	static final Right WRITE_APPLICATIONS = new Right(Set.of("Application.ReadWrite.All"), APPLICATION_ADMINS);
	static final Right WRITE_OWN_APPLICATIONS = anyone("Application.ReadWrite.All");
	static final Right READ_ASSIGNMENTS = anyone("AppRoleAssignment.ReadWrite.All", "Application.Read.All",
			"Application.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All");
	static final Right GRANT_GRAPH = new Right(Set.of("AppRoleAssignment.ReadWrite.All"), Set.of(GLOBAL, PRIVILEGED));
	static final Right GRANT_OTHER = new Right(Set.of("AppRoleAssignment.ReadWrite.All"),
			Set.of(GLOBAL, PRIVILEGED, "Application Administrator", "Cloud Application Administrator"));
	static final Right READ_ROLES = anyone("RoleManagement.Read.Directory", "RoleManagement.Read.All",
			"RoleManagement.ReadWrite.Directory", "Directory.Read.All", "Directory.ReadWrite.All");
	static final Right WRITE_ROLES = new Right(Set.of("RoleManagement.ReadWrite.Directory"),
			Set.of(GLOBAL, PRIVILEGED));
	static final Right READ_ME = anyone("User.Read", "User.ReadWrite", "User.ReadBasic.All", "User.Read.All",
			"User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All");
	static final Right READ_USERS = anyone("User.ReadBasic.All", "User.Read.All", "User.ReadWrite.All",
			"Directory.Read.All", "Directory.ReadWrite.All");
	static final Right READ_ORGANIZATION = anyone("User.Read", "Organization.Read.All", "Organization.ReadWrite.All",
			"Directory.Read.All", "Directory.ReadWrite.All");
	static final Right READ_SKUS = anyone("LicenseAssignment.Read.All", "Organization.Read.All",
			"Organization.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All");
	static final Right READ_POLICY = new Right(
			Set.of("Policy.Read.All", "Policy.Read.ApplicationConfiguration",
					"Policy.ReadWrite.ApplicationConfiguration"),
			Set.of(GLOBAL, PRIVILEGED, "Application Administrator", "Cloud Application Administrator", "Global Reader",
					"Security Reader"));
	static final Right READ_SITES = anyone("Sites.Read.All", "Sites.ReadWrite.All", "Sites.FullControl.All");

	private static Right anyone(String... permissions) {
		return new Right(Set.of(permissions), Set.of());
	}
}
