package dev.latchkey.tenant.internal.entra;

import java.util.Optional;

import com.google.gson.JsonObject;

import dev.latchkey.tenant.Account;
import dev.latchkey.tenant.internal.Json;
import dev.latchkey.tenant.internal.directory.Table;
import dev.latchkey.tenant.internal.directory.Tenant;
import dev.latchkey.tenant.internal.directory.World;

/** Who may sign in to what. */
final class SignIn {

	private final World world;

	SignIn(World world) {
		this.world = world;
	}

	/**
	 * @return the tenant that a person's token belongs to
	 * @throws EntraError
	 *             if that account may not sign in to that tenant
	 */
	Tenant tenant(Optional<Tenant> asked, Account account, String clientId) {
		Tenant own = world.tenant(account.tenantId()).orElseThrow();
		if (asked.isPresent() && !asked.get().id().equals(own.id()) && !world.settings().issueToForeign()) {
			throw EntraError.of(50020, account.userPrincipalName(), asked.get().displayName(), clientId);
		}
		return own;
	}

	/**
	 * @return display name of a public client
	 * @throws EntraError
	 *             if the tenant doesn't know it, or it is confidential
	 */
	String publicClient(Optional<Tenant> tenant, String clientId) {
		if (world.clients().containsKey(clientId)) {
			return world.clients().get(clientId);
		}
		Tenant where = tenant.orElse(world.home());
		JsonObject application = where.directory().readForTokens().byAppId(Table.APPLICATIONS, clientId)
				.orElseThrow(() -> EntraError.of(700016, clientId, where.displayName()));
		boolean open = application.get("isFallbackPublicClient").isJsonPrimitive()
				&& application.get("isFallbackPublicClient").getAsBoolean();
		if (!open) {
			throw EntraError.of(7000218);
		}
		return Json.text(application, "displayName");
	}

	/** @return the account of that name, if the scenario has it */
	Optional<Account> account(String userPrincipalName) {
		return world.account(userPrincipalName);
	}
}
