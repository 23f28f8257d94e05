package dev.latchkey.tenant;

/**
 * A person of a scenario.
 *
 * @param userPrincipalName
 *            sign-in name
 * @param displayName
 *            human name
 * @param id
 *            object id
 * @param tenantId
 *            the home tenant
 * @param licensed
 *            whether there is a mailbox
 */
public record Account(String userPrincipalName, String displayName, String id, String tenantId, boolean licensed) {
}
