package dev.latchkey.tenant.internal.directory;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.google.gson.JsonObject;

import dev.latchkey.tenant.Account;
import dev.latchkey.tenant.internal.Json;

/**
 * What an organization's Exchange lets applications do.
 *
 * @param ewsEnabled
 *            the organization's switch for Exchange Web Services; absent when nobody touched it, which means on here
 * @param ewsAllowedAppIds
 *            the applications that may use them; empty for all
 * @param restricted
 *            sign-in names of people whose mailboxes a policy closes to applications
 */
public record Mailboxes(Optional<Boolean> ewsEnabled, List<String> ewsAllowedAppIds, List<String> restricted) {

	static Mailboxes read(JsonObject json) {
		return new Mailboxes(Optional.ofNullable(json.get("ewsEnabled")).map(on -> on.getAsBoolean()),
				Json.strings(json, "ewsAllowedAppIds").map(id -> id.toLowerCase(Locale.ROOT)).toList(),
				Json.strings(json, "restrictedMailboxes").toList());
	}

	/** @return whether that application may use Exchange Web Services at all */
	public boolean allowsWebServices(String applicationId) {
		return ewsEnabled.orElse(true)
				&& (ewsAllowedAppIds.isEmpty() || ewsAllowedAppIds.contains(applicationId.toLowerCase(Locale.ROOT)));
	}

	/** @return whether a policy closes that person's mailbox to applications */
	public boolean restricts(Account account) {
		return restricted.stream().anyMatch(account.userPrincipalName()::equalsIgnoreCase);
	}
}
