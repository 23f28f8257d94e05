package dev.latchkey.ui.internal.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchCommandConstants;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Health;
import dev.latchkey.registration.Drift;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.RoleName;
import dev.latchkey.ui.internal.CommandIds;
import dev.latchkey.ui.internal.forms.Formats;
import dev.latchkey.ui.internal.forms.Mark;

/**
 * What is to be said about connections that need somebody's attention.
 *
 * @param mark    its picture
 * @param text    what is the matter
 * @param command id of the command that helps
 * @param whom    the connections to do it with
 */
public record Attention(Mark mark, String text, String command, List<UUID> whom) {

	private static final int NAMED = 4;

	/** Empty when all is well. */
	public static Optional<Attention> of(Connection connection, Health health, Instant now) {
		return switch (health.standing()) {
		case EXPIRED -> with(connection, health, CommandIds.RENEW, bind(Messages.Attention_expired, connection, end(connection)));
		case NOT_VERIFIED -> because(connection, health, Messages.Attention_notVerified);
		case NEEDS_PERMISSION ->
			with(connection, health, CommandIds.GRANT, bind(missing(health), connection, names(health.missing())));
		case UNREACHABLE -> because(connection, health, Messages.Attention_unreachable);
		case EXPIRES_SOON -> with(connection, health, CommandIds.RENEW, bind(Messages.Attention_endsSoon, connection, end(connection)));
		case CONNECTED -> changed(connection).or(() -> removable(List.of(connection), now));
		};
	}

	private static Optional<Attention> with(Connection connection, Health health, String command, String text) {
		return Optional.of(new Attention(StandingText.mark(health.standing()), text, command, List.of(connection.id())));
	}

	private static String bind(String text, Connection connection, String value) {
		return NLS.bind(text, connection.name(), value);
	}

	private static Optional<Attention> because(Connection connection, Health health, String otherwise) {
		String text = NLS.bind(otherwise, connection.name());
		return with(connection, health, CommandIds.VERIFY,
				health.failure().map(Failure::sentence).map(why -> text + ' ' + why).orElse(text));
	}

	/** The properties have the rest of it. */
	private static Optional<Attention> changed(Connection connection) {
		List<Drift> changes = connection.proof().changes();
		String text = changes.size() > 1 ? Messages.Attention_changedMany : Messages.Attention_changed;
		return changes.stream().findFirst().map(worst -> new Attention(Mark.WARNING,
				NLS.bind(text, new Object[] { connection.name(), worst.sentence(), changes.size() - 1 }),
				IWorkbenchCommandConstants.FILE_PROPERTIES, List.of(connection.id())));
	}

	/** What is to be said when not a single one is looked at: whose old certificates nobody needs any more. */
	static Optional<Attention> removable(List<Connection> connections, Instant now) {
		List<Connection> found = connections.stream()
				.filter(connection -> connection.retired().stream().anyMatch(old -> old.isFree(now))).toList();
		String text = found.size() > 1 ? Messages.Attention_removableMany : Messages.Attention_removable;
		return found.stream().findFirst().map(first -> new Attention(Mark.INFO, NLS.bind(text, first.name(), found.size()),
				CommandIds.RETIRE, found.stream().map(Connection::id).toList()));
	}

	private static String missing(Health health) {
		return health.missing().isEmpty() ? Messages.Attention_permission : Messages.Attention_permissions;
	}

	/** The first few, and how many more. */
	private static String names(List<String> missing) {
		String named = missing.stream().limit(NAMED).map(RoleName::local).collect(Collectors.joining(", ")); //$NON-NLS-1$
		return missing.size() <= NAMED ? named : NLS.bind(Messages.Attention_more, named, missing.size() - NAMED);
	}

	private static String end(Connection connection) {
		return Formats.date(connection.certificateEnds());
	}
}
