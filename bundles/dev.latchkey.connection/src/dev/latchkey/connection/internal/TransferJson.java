package dev.latchkey.connection.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Connection.RetiredCertificate;
import dev.latchkey.connection.Proof;
import dev.latchkey.registration.AccountText;
import dev.latchkey.registration.ApplicationIdText;
import dev.latchkey.registration.DomainText;

/**
 * The format of files that move connections, which {@code docs/connections.md} describes. Such a file may be a stranger's:
 * what could not have been written here is refused.
 */
final class TransferJson {

	private static final String FORMAT = "dev.latchkey.connections"; //$NON-NLS-1$
	private static final int SCHEMA = 1;

	/** No line breaks, and nothing that makes a name look like another one. */
	private static final Pattern MISLEADING = Pattern
			.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]"); //$NON-NLS-1$
	private static final int LONGEST_NAME = 256;
	private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,200}"); //$NON-NLS-1$
	/** Empty of a certificate that was lost before it was replaced. */
	private static final Pattern SHA1 = Pattern.compile("([0-9A-F]{40})?"); //$NON-NLS-1$
	/** As X.509 can say it. */
	private static final Instant FIRST = Instant.EPOCH;
	private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z"); //$NON-NLS-1$

	private final ConnectionJson json = new ConnectionJson();

	String write(List<Connection> connections) {
		JsonObject file = new JsonObject();
		file.addProperty("format", FORMAT); //$NON-NLS-1$
		file.addProperty("schema", SCHEMA); //$NON-NLS-1$
		file.add("connections", Members.array(connections.stream().map(TransferJson::entry))); //$NON-NLS-1$
		return json.text(file);
	}

	private static JsonObject entry(Connection connection) {
		JsonObject entry = new JsonObject();
		ConnectionJson.writeTo(entry, connection.named(transferable(connection.name())));
		return entry;
	}

	/** Names may come from organizations, which have fewer rules. */
	private static String transferable(String name) {
		String clean = MISLEADING.matcher(name).replaceAll("\ufffd"); //$NON-NLS-1$
		return clean.codePointCount(0, clean.length()) <= LONGEST_NAME ? clean
				: clean.substring(0, clean.offsetByCodePoints(0, LONGEST_NAME));
	}

	/**
	 * @return connections that were never saved and are not verified
	 * @throws JsonParseException when anything in the text is not as it has to be
	 */
	List<Connection> read(String text) {
		Members file = Members.parse(text);
		check(FORMAT.equals(file.text("format")) && file.number("schema") == SCHEMA, "format"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		List<Connection> connections = new ArrayList<>();
		Set<UUID> seen = new HashSet<>();
		file.elements("connections").map(Members::of).map(entry -> ConnectionJson.read(entry, 0, Proof.NONE)) //$NON-NLS-1$
				.forEach(connection -> {
					check(connection);
					check(seen.add(connection.id()), "twice: " + connection.id()); //$NON-NLS-1$
					connections.add(connection);
				});
		return connections;
	}

	private static void check(Connection connection) {
		check(!connection.name().isEmpty() && transferable(connection.name()).equals(connection.name()), "name"); //$NON-NLS-1$
		check(ID.matcher(connection.cloudId()).matches(), "cloud"); //$NON-NLS-1$
		check(connection.profileId().isEmpty() || ID.matcher(connection.profileId()).matches(), "profile"); //$NON-NLS-1$
		check(Stream.concat(Stream.of(connection.tenantId(), connection.applicationId()),
				connection.applicationObjectId().stream()).allMatch(TransferJson::isGuid), "id"); //$NON-NLS-1$
		DomainText domain = DomainText.of(connection.domain());
		check(domain.usable() && domain.value().equals(connection.domain()), "domain"); //$NON-NLS-1$
		check(connection.account().stream().map(AccountText::of)
				.allMatch(account -> account.kind() == AccountText.Kind.VALID), "account"); //$NON-NLS-1$
		check(isTime(connection.certificateEnds()) && connection.retired().stream().allMatch(TransferJson::isGood),
				"certificate"); //$NON-NLS-1$
	}

	private static boolean isGuid(String text) {
		ApplicationIdText id = ApplicationIdText.of(text);
		return id.valid() && id.value().equals(text);
	}

	private static boolean isGood(RetiredCertificate retired) {
		return isTime(retired.ends()) && isTime(retired.retired()) && SHA1.matcher(retired.sha1()).matches();
	}

	private static boolean isTime(Instant time) {
		return !time.isBefore(FIRST) && !time.isAfter(LAST);
	}

	private static void check(boolean good, String what) {
		if (!good) {
			throw new JsonParseException(what);
		}
	}
}
