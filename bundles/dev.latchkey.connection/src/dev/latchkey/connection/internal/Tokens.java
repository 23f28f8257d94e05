package dev.latchkey.connection.internal;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

import dev.latchkey.connection.AccessToken;
import dev.latchkey.connection.ConnectionChange;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.connection.ConnectionService.Subscription;
import dev.latchkey.connection.TokenAudience;
import dev.latchkey.connection.TokenChallenge;

/** The tokens of all connections, in memory only. Callable from any thread. */
final class Tokens implements AutoCloseable {

	private final ConnectionService connections;
	private final Supplier<? extends TokenSource> source;
	private final Clock clock;
	private final Map<UUID, ConnectionTokens> known = new ConcurrentHashMap<>();
	/** Each fetches for at least one caller that waits, so callers limit its threads. */
	private final ExecutorService threads = Executors.newCachedThreadPool(Tokens::daemon);
	private volatile Subscription changes;
	private volatile boolean closed;

	/** @param source called when the first token is asked for */
	Tokens(ConnectionService connections, Supplier<? extends TokenSource> source, Clock clock) {
		this.connections = connections;
		this.source = source;
		this.clock = clock;
	}

	private static Thread daemon(Runnable task) {
		Thread thread = new Thread(task, "Latchkey token"); //$NON-NLS-1$
		thread.setDaemon(true);
		return thread;
	}

	/** As {@link ConnectionService#accessToken(UUID, TokenAudience, Optional, IProgressMonitor)}. */
	AccessToken token(UUID id, TokenAudience audience, Optional<TokenChallenge> challenge, IProgressMonitor monitor)
			throws ConnectionException {
		watch();
		while (!closed) {
			ConnectionTokens tokens = known.computeIfAbsent(id, this::begin);
			try {
				return tokens.token(audience, challenge, monitor);
			} catch (ConnectionException e) {
				// Whoever asked while the connection was changed is not told of what it was before.
				if (known.get(id) == tokens) {
					forgetUnread(id, tokens);
					throw e;
				}
			}
		}
		throw new OperationCanceledException();
	}

	private ConnectionTokens begin(UUID id) {
		return new ConnectionTokens(id, connections, source, clock, this::run);
	}

	/** Nobody needs to look at the connections for tokens that nobody asked for. */
	private void watch() {
		if (changes == null) {
			synchronized (threads) {
				if (changes == null && !closed) {
					changes = connections.onChange(this::changed);
				}
			}
		}
	}

	private void run(Runnable flight) {
		synchronized (threads) {
			if (closed) {
				throw new OperationCanceledException();
			}
			threads.execute(flight);
		}
	}

	/** There may be any number of ids without a connection. */
	private void forgetUnread(UUID id, ConnectionTokens tokens) {
		if (!tokens.wereRead()) {
			known.remove(id, tokens);
		}
	}

	private void changed(ConnectionChange change) {
		known.computeIfPresent(change.id(),
				(id, tokens) -> change.connection().filter(tokens::areOf).isPresent() ? tokens : null);
	}

	@Override
	public void close() {
		synchronized (threads) {
			closed = true;
			if (changes != null) {
				changes.close();
			}
			threads.shutdownNow();
		}
		known.clear();
	}
}
