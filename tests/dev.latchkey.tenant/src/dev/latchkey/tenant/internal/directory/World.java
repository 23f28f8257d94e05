package dev.latchkey.tenant.internal.directory;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import dev.latchkey.tenant.Account;
import dev.latchkey.tenant.Scenario;

/**
 * Everything that a scenario file says, with the directories of its tenants.
 *
 * @param scenario
 *            the values that tests ask for
 * @param tenants
 *            tenants of this cloud, the home tenant first
 * @param elsewhere
 *            tenants of other clouds
 * @param clients
 *            names of public clients that every tenant knows, by client id
 * @param settings
 *            numbers and switches
 * @param faults
 *            faults in force from the start
 */
public record World(Scenario scenario, List<Tenant> tenants, List<Elsewhere> elsewhere, Map<String, String> clients,
		Settings settings, JsonArray faults) {

	/**
	 * Numbers and switches of a scenario.
	 *
	 * @param interval
	 *            seconds between polls of a device code
	 * @param expiresIn
	 *            seconds that a device code lives
	 * @param issueToForeign
	 *            whether an account of another tenant gets a token of its own tenant instead of a refusal
	 * @param graphDelay
	 *            milliseconds until Graph's readers see a change
	 * @param tokenDelay
	 *            milliseconds until the token endpoint sees a change
	 * @param pageSize
	 *            objects per page
	 * @param roleClaims
	 *            whether a person's token names the directory roles
	 * @param consented
	 *            permissions that every client was given before, and that every person's token has too
	 * @param demands
	 *            claims that Microsoft Graph demands of every token
	 */
	public record Settings(int interval, int expiresIn, boolean issueToForeign, long graphDelay, long tokenDelay,
			int pageSize, boolean roleClaims,
			List<String> consented, Optional<JsonObject> demands) {
	}

	public Tenant home() {
		return tenants.get(0);
	}

	public Optional<Tenant> tenant(String idOrDomain) {
		return tenants.stream().filter(t -> t.is(idOrDomain)).findFirst();
	}

	public Optional<Elsewhere> foreign(String idOrDomain) {
		return elsewhere.stream().filter(t -> t.is(idOrDomain)).findFirst();
	}

	public Optional<Account> account(String userPrincipalName) {
		return tenants.stream().flatMap(t -> t.account(userPrincipalName).stream()).findFirst();
	}
}
