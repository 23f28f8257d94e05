package dev.latchkey.registration.graph.tenant;

/**
 * An app role assignment. Resource <em>and</em> role: the same role id stands for different permissions of different
 * resources.
 *
 * @param resourceId object id of the resource's service principal
 * @param roleId     id of the app role
 */
record Grant(String resourceId, String roleId) {
}
