package dev.latchkey.tenant;

import java.util.List;
import java.util.Map;

/**
 * What a scenario holds, for tests that need its values. Immutable; later writes to the directory don't change it.
 *
 * @param tenantId
 *            id of the home tenant
 * @param displayName
 *            its name
 * @param domain
 *            its default domain
 * @param initialDomain
 *            its {@code onmicrosoft.com} domain
 * @param applicationId
 *            client id of the application that is to be connected
 * @param applicationObjectId
 *            object id of that application
 * @param unknownApplicationId
 *            a client id that no tenant knows
 * @param applicationIds
 *            client ids of all applications of the home tenant by their name in the scenario
 * @param admin
 *            the account that {@code --auto-sign-in} uses
 * @param accounts
 *            all accounts of all tenants, the home tenant's first
 * @param otherDomains
 *            domains of the other tenants of this cloud
 * @param foreignDomains
 *            domains whose tenant lives in another cloud
 */
public record Scenario(String tenantId, String displayName, String domain, String initialDomain, String applicationId,
		String applicationObjectId, String unknownApplicationId, Map<String, String> applicationIds, Account admin,
		List<Account> accounts, List<String> otherDomains, List<String> foreignDomains) {

	/**
	 * @param userPrincipalName
	 *            sign-in name
	 * @return that account
	 * @throws IllegalArgumentException
	 *             if the scenario has no such account
	 */
	public Account account(String userPrincipalName) {
		return accounts.stream().filter(a -> a.userPrincipalName().equalsIgnoreCase(userPrincipalName)).findFirst()
				.orElseThrow(() -> new IllegalArgumentException("No account " + userPrincipalName));
	}
}
