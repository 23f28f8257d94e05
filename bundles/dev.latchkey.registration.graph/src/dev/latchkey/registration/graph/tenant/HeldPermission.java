package dev.latchkey.registration.graph.tenant;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

import com.microsoft.graph.models.AppRoleAssignment;

/**
 * An application permission that was granted.
 *
 * @param assignmentId id of the app role assignment
 * @param resourceName display name of the resource, may be empty
 * @param created      when it was granted, where Graph says that
 */
record HeldPermission(String assignmentId, Grant grant, String resourceName, Optional<Instant> created) {

	static HeldPermission of(AppRoleAssignment assignment) {
		String name = assignment.getResourceDisplayName();
		return new HeldPermission(assignment.getId(),
				new Grant(assignment.getResourceId().toString(), assignment.getAppRoleId().toString()),
				name == null ? "" : name, //$NON-NLS-1$
				Optional.ofNullable(assignment.getCreatedDateTime()).map(OffsetDateTime::toInstant));
	}
}
