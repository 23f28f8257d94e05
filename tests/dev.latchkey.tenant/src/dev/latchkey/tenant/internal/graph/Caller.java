package dev.latchkey.tenant.internal.graph;

import java.util.List;
import java.util.Set;

import dev.latchkey.tenant.internal.directory.Snapshot;
import dev.latchkey.tenant.internal.directory.Tenant;

/**
 * Who calls.
 *
 * @param tenant
 *            tenant of the token
 * @param directory
 *            its directory as this request sees it
 * @param objectId
 *            the person, or the application's service principal
 * @param clientId
 *            the client
 * @param application
 *            whether an application calls for itself
 * @param permissions
 *            scopes of a person's token, app roles of an application's
 * @param roles
 *            names of the directory roles it has now
 */
record Caller(Tenant tenant, Snapshot directory, String objectId, String clientId, boolean application,
		Set<String> permissions, List<String> roles) {

	/**
	 * @param right
	 *            what the request needs
	 * @throws GraphError
	 *             if this caller lacks it
	 */
	Caller require(Right right) {
		boolean permitted = permissions.stream().anyMatch(right.permissions()::contains);
		boolean able = application || right.roles().isEmpty() || roles.stream().anyMatch(right.roles()::contains);
		if (!permitted || !able) {
			throw GraphError.denied();
		}
		return this;
	}
}
