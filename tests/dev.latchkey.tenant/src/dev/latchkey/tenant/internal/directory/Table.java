package dev.latchkey.tenant.internal.directory;

/** The collections of a directory. */
public enum Table {

	APPLICATIONS("applications"), SERVICE_PRINCIPALS("servicePrincipals"), APP_ROLE_ASSIGNMENTS("appRoleAssignments"),
	ROLE_ASSIGNMENTS("roleAssignments"), USERS("users"), ORGANIZATION("organization"), SKUS("subscribedSkus"),
	POLICY("defaultAppManagementPolicy"), APP_POLICIES("appManagementPolicies"), OWNERS("owners");

	private final String label;

	Table(String label) {
		this.label = label;
	}

	/** @return name in the directory's JSON */
	public String label() {
		return label;
	}
}
