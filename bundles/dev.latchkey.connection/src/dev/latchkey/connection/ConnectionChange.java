package dev.latchkey.connection;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A change of the connections, made here or by another console of the same configuration.
 *
 * <p>Also sent through OSGi's event admin, where the console has one, as {@value #TOPIC_ADDED}, {@value #TOPIC_CHANGED} or
 * {@value #TOPIC_REMOVED} with the property {@value #ID}, the connection's id as a text. No event holds a secret.
 * Another console's changes are sent when they are noticed: while anybody listens with {@link ConnectionService#onChange}, or
 * when the connections are listed.
 *
 * @param kind       what happened
 * @param id         to which connection
 * @param connection as it is now; empty when it was removed
 */
public record ConnectionChange(Kind kind, UUID id, Optional<Connection> connection) {

	public static final String TOPIC_ADDED = "dev/latchkey/connection/ADDED"; //$NON-NLS-1$
	public static final String TOPIC_CHANGED = "dev/latchkey/connection/CHANGED"; //$NON-NLS-1$
	public static final String TOPIC_REMOVED = "dev/latchkey/connection/REMOVED"; //$NON-NLS-1$

	/** Event property: the connection's id as a text. */
	public static final String ID = "id"; //$NON-NLS-1$

	/** What can happen to a connection. */
	public enum Kind {
		ADDED, CHANGED, REMOVED
	}

	public ConnectionChange {
		Objects.requireNonNull(kind, "kind"); //$NON-NLS-1$
		Objects.requireNonNull(id, "id"); //$NON-NLS-1$
		Objects.requireNonNull(connection, "connection"); //$NON-NLS-1$
	}
}
