package dev.latchkey.registration.graph.tenant;

import java.util.List;

/**
 * Directory roles that can change what belongs to an application. Sources: Microsoft's pages "Microsoft Entra built-in
 * roles", "Grant tenant-wide admin consent" and "Review permissions granted to enterprise applications".
 */
final class Changers {

	private static final String GLOBAL = "Global Administrator"; //$NON-NLS-1$
	private static final String CLOUD_APPLICATION = "Cloud Application Administrator"; //$NON-NLS-1$

	/** Beside the application's owners. */
	static final List<String> OF_CERTIFICATES = List.of(AdminRights.APPLICATION, CLOUD_APPLICATION, GLOBAL);

	/** Taking back is allowed to more than granting is. */
	static final List<String> REVOKING = List.of(AdminRights.APPLICATION, CLOUD_APPLICATION, AdminRights.PRIVILEGED, GLOBAL);

	static final List<String> OF_ROLES = List.of(AdminRights.PRIVILEGED, GLOBAL);

	private Changers() {
	}

	/** @param graph whether it is a permission of Microsoft Graph */
	static List<String> granting(boolean graph) {
		return graph ? OF_ROLES : REVOKING;
	}
}
