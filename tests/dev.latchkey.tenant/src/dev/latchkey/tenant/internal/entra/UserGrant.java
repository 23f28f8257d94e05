package dev.latchkey.tenant.internal.entra;

import dev.latchkey.tenant.Account;
import dev.latchkey.tenant.internal.directory.Tenant;

/**
 * What a person agreed to.
 *
 * @param tenant
 *            tenant of the token
 * @param account
 *            the person
 * @param clientId
 *            the client
 * @param scope
 *            what it asked for
 * @param nonce
 *            nonce of the id token, empty for none
 */
record UserGrant(Tenant tenant, Account account, String clientId, String scope, String nonce) {

	UserGrant withScope(String value) {
		return new UserGrant(tenant, account, clientId, value, nonce);
	}
}
