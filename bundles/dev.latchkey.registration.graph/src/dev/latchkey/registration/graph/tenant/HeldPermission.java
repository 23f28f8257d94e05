package dev.latchkey.registration.graph.tenant;

import com.microsoft.graph.models.AppRoleAssignment;

/**
 * An application permission that was granted.
 *
 * @param resourceName display name of the resource, may be empty
 */
record HeldPermission(Grant grant, String resourceName) {

	static HeldPermission of(AppRoleAssignment assignment) {
		String name = assignment.getResourceDisplayName();
		return new HeldPermission(
				new Grant(assignment.getResourceId().toString(), assignment.getAppRoleId().toString()),
				name == null ? "" : name); //$NON-NLS-1$
	}
}
