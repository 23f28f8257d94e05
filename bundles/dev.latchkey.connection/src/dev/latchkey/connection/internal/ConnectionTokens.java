package dev.latchkey.connection.internal;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import org.eclipse.core.runtime.IProgressMonitor;

import dev.latchkey.connection.AccessToken;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Connection.State;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionException.Reason;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.connection.TokenAudience;
import dev.latchkey.connection.TokenChallenge;

/** The tokens of one connection, as it was when the last of them was fetched. */
final class ConnectionTokens {

	private final UUID id;
	private final ConnectionService connections;
	private final Supplier<? extends TokenSource> source;
	private final Clock clock;
	private final Executor threads;
	private final Map<TokenAudience, AudienceTokens> audiences = new ConcurrentHashMap<>();
	private volatile Connection read;

	ConnectionTokens(UUID id, ConnectionService connections, Supplier<? extends TokenSource> source, Clock clock,
			Executor threads) {
		this.id = id;
		this.connections = connections;
		this.source = source;
		this.clock = clock;
		this.threads = threads;
	}

	AccessToken token(TokenAudience audience, Optional<TokenChallenge> challenge, IProgressMonitor monitor)
			throws ConnectionException {
		return audiences.computeIfAbsent(audience, this::begin).token(challenge, monitor);
	}

	private AudienceTokens begin(TokenAudience audience) {
		return new AudienceTokens(
				(claims, monitor) -> source.get().fetch(connection(), audience, claims, monitor), clock, threads);
	}

	/** Looked up for each token: where nobody tells what another console changes, that is known by looking only. */
	private synchronized Connection connection() throws ConnectionException {
		Connection now = connections.find(id)
				.orElseThrow(() -> new ConnectionException(Reason.NOT_FOUND, id.toString(), null));
		if (read != null && !areOf(now)) {
			audiences.clear();
		}
		read = now;
		return now;
	}

	boolean wereRead() {
		return read != null;
	}

	/** Whether they are what somebody would get who asked anew. */
	boolean areOf(Connection now) {
		Connection before = read;
		return before != null && before.sameApplication(now) && before.certificate().equals(now.certificate())
				&& !wasRepaired(before, now);
	}

	/** What was granted since is in new tokens only, and old ones may live for a day. */
	private static boolean wasRepaired(Connection before, Connection now) {
		return now.state() == State.CONNECTED
				&& (before.state() != State.CONNECTED || !before.proof().met().equals(now.proof().met()));
	}
}
