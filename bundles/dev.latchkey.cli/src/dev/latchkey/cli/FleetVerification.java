package dev.latchkey.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.eclipse.core.runtime.OperationCanceledException;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionHealth;
import dev.latchkey.connection.ConnectionVerifier;
import dev.latchkey.connection.ConnectionVerifier.Verified;
import dev.latchkey.registration.Cloud;

/** Verifies many connections, some at the same time; one's failure does not stop the others. */
final class FleetVerification {

	private final Environment environment;
	private final ConnectionVerifier verifier;
	private final ConnectionHealth health;
	private final Optional<Cloud> cloud;

	/** @param cloud for connections in one that this console does not know */
	FleetVerification(Environment environment, Optional<Cloud> cloud) throws Refusal {
		this.environment = environment;
		this.cloud = cloud;
		verifier = environment.services().get(ConnectionVerifier.class);
		health = environment.services().get(ConnectionHealth.class);
	}

	FleetReport verify(List<Connection> connections, int atOnce) {
		ExecutorService threads = Executors.newFixedThreadPool(atOnce, task -> {
			Thread thread = new Thread(task, "Latchkey verification"); //$NON-NLS-1$
			thread.setDaemon(true);
			return thread;
		});
		try {
			List<Future<VerifiedConnection>> all = new ArrayList<>();
			connections.forEach(each -> all.add(threads.submit(() -> told(verify(each)))));
			List<VerifiedConnection> results = new ArrayList<>();
			for (Future<VerifiedConnection> each : all) {
				results.add(result(each));
			}
			return new FleetReport(results);
		} finally {
			threads.shutdownNow();
		}
	}

	private VerifiedConnection told(VerifiedConnection result) {
		environment.terminal().say(result.connection().name() + ": " + ResultPage.name(result.state())); //$NON-NLS-1$
		return result;
	}

	private VerifiedConnection verify(Connection connection) {
		environment.cancellation().check();
		try {
			Verified verified = verifier.verify(connection.id(), cloud, soFar -> {
			}, new CancellingMonitor(environment.cancellation()));
			return new VerifiedConnection(verified.connection(), health.of(verified.connection(), Instant.now()),
					Optional.of(verified), Optional.empty());
		} catch (ConnectionException e) {
			return untried(connection, Refusal.of(e));
		} catch (CancellationException | OperationCanceledException e) {
			throw e;
		} catch (RuntimeException e) {
			environment.log().accept("A connection could not be verified", e); //$NON-NLS-1$
			return untried(connection, new Refusal(Refusal.UNEXPECTED, Messages.unexpected));
		}
	}

	private VerifiedConnection untried(Connection connection, Refusal why) {
		return new VerifiedConnection(connection, health.of(connection, Instant.now()), Optional.empty(), Optional.of(why));
	}

	private static VerifiedConnection result(Future<VerifiedConnection> future) {
		try {
			return future.get();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancellationException();
		} catch (ExecutionException e) {
			throw e.getCause() instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e.getCause());
		}
	}
}
