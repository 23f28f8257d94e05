package dev.latchkey.connection.internal;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

import dev.latchkey.connection.AccessToken;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionException.Reason;
import dev.latchkey.connection.TokenAudience;

/** Stands at the place of Microsoft: counts who comes, lets them wait, refuses them. */
final class CountedSource implements TokenSource {

	private final Clock clock;
	private final List<Optional<String>> claims = new ArrayList<>();
	private Connection last;
	private Duration life = Duration.ofHours(1);
	private Optional<Reason> failure = Optional.empty();
	private int failures;
	private Optional<AccessToken> repeated = Optional.empty();
	private CountDownLatch gate = new CountDownLatch(0);
	private boolean canceled;
	private int running;

	CountedSource(Clock clock) {
		this.clock = clock;
	}

	@Override
	public AccessToken fetch(Connection connection, TokenAudience audience, Optional<String> wanted,
			IProgressMonitor monitor) throws ConnectionException {
		CountDownLatch before = begin(connection, wanted);
		try {
			while (before.getCount() > 0) {
				if (monitor.isCanceled()) {
					throw new OperationCanceledException();
				}
				Thread.onSpinWait();
				if (Thread.interrupted()) {
					throw new OperationCanceledException();
				}
			}
			return answer();
		} catch (OperationCanceledException e) {
			end(true);
			throw e;
		} finally {
			end(false);
		}
	}

	private synchronized CountDownLatch begin(Connection connection, Optional<String> wanted) {
		last = connection;
		claims.add(wanted);
		running++;
		notifyAll();
		return gate;
	}

	private synchronized AccessToken answer() throws ConnectionException {
		if (failure.isPresent() && failures-- > 0) {
			throw new ConnectionException(failure.get(), "", null);
		}
		return repeated.orElseGet(() -> new AccessToken("token " + claims.size() + ' ' + System.nanoTime(),
				clock.instant().plus(life), URI.create("https://graph.example")));
	}

	private synchronized void end(boolean early) {
		canceled |= early;
		running -= early ? 0 : 1;
		notifyAll();
	}

	synchronized void hold() {
		gate = new CountDownLatch(1);
	}

	synchronized void release() {
		gate.countDown();
	}

	synchronized void life(Duration value) {
		life = value;
	}

	synchronized void fail(Reason reason) {
		failure = Optional.of(reason);
		failures = Integer.MAX_VALUE;
	}

	synchronized void succeedAfter(int count) {
		failures = count;
	}

	synchronized void succeed() {
		succeedAfter(0);
	}

	synchronized void repeat(AccessToken token) {
		repeated = Optional.of(token);
	}

	synchronized int begun() {
		return claims.size();
	}

	synchronized List<Optional<String>> claims() {
		return List.copyOf(claims);
	}

	synchronized Connection last() {
		return last;
	}

	synchronized void awaitBegun(int count) throws InterruptedException {
		while (claims.size() < count) {
			wait();
		}
	}

	synchronized void awaitCanceled() throws InterruptedException {
		while (!canceled) {
			wait();
		}
	}

	/** Waits for all to end. */
	synchronized boolean ended() throws InterruptedException {
		while (running > 0) {
			wait();
		}
		return true;
	}
}
