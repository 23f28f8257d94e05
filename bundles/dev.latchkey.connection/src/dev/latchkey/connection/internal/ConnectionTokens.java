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
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionException.Reason;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.connection.TokenAudience;
import dev.latchkey.connection.TokenChallenge;

/** The tokens of one connection, as it was when the first of them was asked for. */
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

	private synchronized Connection connection() throws ConnectionException {
		if (read == null) {
			read = connections.find(id).orElseThrow(() -> new ConnectionException(Reason.NOT_FOUND, id.toString(), null));
		}
		return read;
	}

	boolean wereRead() {
		return read != null;
	}

	/** Whether they are what somebody would get who asked anew. */
	boolean areOf(Connection now) {
		Connection before = read;
		return before != null && before.sameApplication(now) && before.certificate().equals(now.certificate());
	}
}
