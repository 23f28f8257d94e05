package dev.latchkey.tenant.internal.graph;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.stream.Stream;

import com.google.gson.JsonObject;

import dev.latchkey.tenant.Account;
import dev.latchkey.tenant.internal.Json;
import dev.latchkey.tenant.internal.http.Answer;
import dev.latchkey.tenant.internal.http.Request;

/** Mailboxes as the import and export API of Microsoft Graph shows them, as far as listing folders needs. */
final class MailboxFolders {

	private static final Right FIND = new Right(Set.of("User.Read.All", "User.ReadWrite.All"), Set.of());
	private static final Right LIST = new Right(Set.of("MailboxFolder.Read.All", "MailboxFolder.ReadWrite.All"),
			Set.of());
	private static final String PREFIX = "MBX:";

	private final Access access;
	private final Types types;
	private final int pageSize;

	MailboxFolders(Access access, Types types, int pageSize) {
		this.access = access;
		this.types = types;
		this.pageSize = pageSize;
	}

	/** Which mailboxes a person has. */
	Answer settings(Request request, MatchResult path) {
		Caller caller = access.caller(request).require(FIND);
		String name = decoded(path.group(1));
		Account account = caller.tenant().account(name).or(() -> byId(caller, name))
				.orElseThrow(() -> GraphError.notFound(name));
		opened(caller, account);
		return new Query(request, "exchangeSettings", types).single(200,
				"users('" + account.id() + "')/settings/exchange",
				Json.object("id", account.id(), "primaryMailboxId", PREFIX + account.id() + '@' + account.tenantId()));
	}

	Answer folders(Request request, MatchResult path) {
		Caller caller = access.caller(request).require(LIST);
		String mailbox = decoded(path.group(1));
		Account account = byId(caller, mailbox.replaceFirst("^" + PREFIX, "").replaceFirst("@.*", ""))
				.orElseThrow(() -> GraphError.notFound(mailbox));
		opened(caller, account);
		return new Query(request, "mailboxFolder", types).page("admin/exchange/mailboxes('" + mailbox + "')/folders",
				Stream.of("Inbox", "Sent Items").map(MailboxFolders::folder), pageSize, folder -> folder);
	}

	private static Optional<Account> byId(Caller caller, String id) {
		return caller.tenant().accounts().stream().filter(account -> account.id().equals(id)).findFirst();
	}

	private static void opened(Caller caller, Account account) {
		if (!account.licensed()) {
			throw new GraphError(404, "MailboxNotEnabledForRESTAPI",
					"The mailbox is either inactive, soft-deleted, or is hosted on-premise.");
		}
		if (caller.tenant().mailboxes().restricts(account)) {
			throw new GraphError(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.");
		}
	}

	private static JsonObject folder(String name) {
		String id = "AQMk" + Integer.toHexString(name.hashCode());
		return Json.object("id", id, "displayName", name, "parentFolderId", "AQMkROOT", "childFolderCount", 0,
				"totalItemCount", 3, "type", "IPF.Note");
	}

	private static String decoded(String segment) {
		return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
	}
}
