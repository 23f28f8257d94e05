package dev.latchkey.tenant.internal.directory;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.latchkey.tenant.Account;

/**
 * One tenant of the simulated cloud.
 *
 * @param id
 *            tenant id
 * @param displayName
 *            human name
 * @param domains
 *            its domains, the default one first
 * @param region
 *            {@code tenant_region_scope}
 * @param accounts
 *            its people
 * @param applicationIds
 *            client ids by the names of the scenario
 * @param mailboxes
 *            what its Exchange lets applications do
 * @param directory
 *            its directory
 */
public record Tenant(String id, String displayName, List<String> domains, String region, List<Account> accounts,
		Map<String, String> applicationIds, Mailboxes mailboxes, Directory directory) {

	/** @return the first {@code onmicrosoft.com} domain, or the default domain */
	public String initialDomain() {
		return domains.stream().filter(d -> d.endsWith(".onmicrosoft.com")).findFirst().orElse(domains.get(0));
	}

	/** @return whether that id or domain means this tenant */
	public boolean is(String idOrDomain) {
		return id.equalsIgnoreCase(idOrDomain) || domains.contains(idOrDomain.toLowerCase(Locale.ROOT));
	}

	public Optional<Account> account(String userPrincipalName) {
		return accounts.stream().filter(a -> a.userPrincipalName().equalsIgnoreCase(userPrincipalName)).findFirst();
	}

	/** @return host name of its SharePoint root site in the real cloud */
	public String sharePointHost() {
		return initialDomain().replace(".onmicrosoft.com", "") + ".sharepoint.com";
	}
}
