package dev.latchkey.ui.internal.view;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Health;
import dev.latchkey.registration.Failure;
import dev.latchkey.ui.internal.CommandIds;
import dev.latchkey.ui.internal.forms.Formats;

/**
 * What is to be said about a connection that needs somebody's attention.
 *
 * @param text    what is the matter
 * @param command id of the command that helps
 */
public record Attention(String text, String command) {

	private static final int NAMED = 4;

	/** Empty when all is well. */
	public static Optional<Attention> of(Connection connection, Health health) {
		return switch (health.standing()) {
		case EXPIRED -> with(CommandIds.RENEW, Messages.Attention_expired, connection.name(), end(connection));
		case NOT_VERIFIED -> because(health, Messages.Attention_notVerified, connection);
		case NEEDS_PERMISSION -> with(CommandIds.GRANT, missing(health), connection.name(), names(health.missing()));
		case UNREACHABLE -> because(health, Messages.Attention_unreachable, connection);
		case EXPIRES_SOON -> with(CommandIds.RENEW, Messages.Attention_endsSoon, connection.name(), end(connection));
		case CONNECTED -> Optional.empty();
		};
	}

	private static Optional<Attention> with(String command, String text, Object... values) {
		return Optional.of(new Attention(NLS.bind(text, values), command));
	}

	private static Optional<Attention> because(Health health, String otherwise, Connection connection) {
		String text = NLS.bind(otherwise, connection.name());
		return Optional.of(new Attention(health.failure().map(Failure::sentence).map(why -> text + ' ' + why).orElse(text),
				CommandIds.VERIFY));
	}

	private static String missing(Health health) {
		return health.missing().isEmpty() ? Messages.Attention_permission : Messages.Attention_permissions;
	}

	/** The first few, and how many more. */
	private static String names(List<String> missing) {
		String named = missing.stream().limit(NAMED).collect(Collectors.joining(", ")); //$NON-NLS-1$
		return missing.size() <= NAMED ? named : NLS.bind(Messages.Attention_more, named, missing.size() - NAMED);
	}

	private static String end(Connection connection) {
		return Formats.date(connection.certificateEnds());
	}
}
