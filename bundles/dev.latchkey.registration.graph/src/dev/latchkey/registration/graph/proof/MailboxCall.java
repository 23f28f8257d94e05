package dev.latchkey.registration.graph.proof;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.kiota.HttpMethod;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.Resource;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.errors.ErrorCatalogue;
import dev.latchkey.registration.graph.errors.Side;
import dev.latchkey.registration.graph.tenant.GraphClient;

/**
 * Asks Microsoft Graph for a mailbox and one of its folders. Source: Microsoft's pages "List Exchange settings" and "List
 * folders" of the mailbox import and export API, v1.0.
 */
final class MailboxCall {

	/** Of these, finding a mailbox takes one. */
	private static final Set<String> USERS = Set.of("User.Read.All", "User.ReadWrite.All"); //$NON-NLS-1$ //$NON-NLS-2$
	/** Of these, listing folders takes one. */
	private static final Set<String> FOLDERS = Set.of("MailboxFolder.Read.All", "MailboxFolder.ReadWrite.All"); //$NON-NLS-1$ //$NON-NLS-2$

	private final Tries tries;
	private final GraphClient graph;
	private final String account;
	private final String applicationId;

	/** @param account a user principal name */
	MailboxCall(Tries tries, GraphClient graph, String account, String applicationId) {
		this.tries = tries;
		this.graph = graph;
		this.account = account;
		this.applicationId = applicationId;
	}

	/** @param roles what the token carries: nothing is asked that it can't ask */
	void run(Set<String> roles) throws Refusal {
		if (USERS.stream().noneMatch(roles::contains)) {
			return;
		}
		String mailbox = mailbox();
		if (FOLDERS.stream().anyMatch(roles::contains)) {
			read("/admin/exchange/mailboxes/" + encoded(mailbox) + "/folders?$top=1&$select=id"); //$NON-NLS-1$ //$NON-NLS-2$
		}
	}

	private String mailbox() throws Refusal {
		JsonElement id = read("/users/" + encoded(account) + "/settings/exchange").get("primaryMailboxId"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		if (id == null || !id.isJsonPrimitive()) {
			throw new Refusal(Failure.of(Reason.MAILBOX_MISSING, account), 0, Optional.empty(), null);
		}
		return id.getAsString();
	}

	private JsonObject read(String path) throws Refusal {
		try {
			return tries.call(() -> graph.read(graph.request(HttpMethod.GET, path)));
		} catch (Refusal e) {
			Optional<Reason> reason = ErrorCatalogue.reason(Side.MAILBOXES, e.failure().code());
			if (reason.equals(Optional.of(Reason.MAILBOX_MISSING))) {
				throw e.as(as(e.failure(), Reason.MAILBOX_MISSING, account));
			}
			if (reason.equals(Optional.of(Reason.MAILBOX_RESTRICTED))) {
				throw e.as(as(e.failure(), Reason.MAILBOX_RESTRICTED, account, applicationId));
			}
			throw Probes.refused(e, Resource.MICROSOFT_GRAPH.name());
		}
	}

	private static Failure as(Failure failure, Reason reason, String... arguments) {
		return new Failure(reason, List.of(arguments), failure.code(), failure.correlationId(), Instant.now());
	}

	private static String encoded(String segment) {
		return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
