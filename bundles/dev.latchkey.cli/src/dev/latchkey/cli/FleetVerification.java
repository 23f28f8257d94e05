package dev.latchkey.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;

import org.eclipse.core.runtime.OperationCanceledException;

import dev.latchkey.certificate.Cancellation;
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
	private final Cancellation ending;
	private final UnaryOperator<Connection> saved;

	/**
	 * @param cloud for connections in one that this console does not know
	 * @param limit how long all of it may take from now on
	 * @param saved a connection as it is saved now
	 */
	FleetVerification(Environment environment, Optional<Cloud> cloud, Optional<Duration> limit, UnaryOperator<Connection> saved)
			throws Refusal {
		this.environment = environment;
		this.cloud = cloud;
		this.saved = saved;
		long begun = System.nanoTime();
		ending = () -> environment.cancellation().requested()
				|| limit.filter(each -> System.nanoTime() - begun >= each.toNanos()).isPresent();
		verifier = environment.services().get(ConnectionVerifier.class);
		health = environment.services().get(ConnectionHealth.class);
	}

	/** @return in the order of the connections */
	List<VerifiedConnection> verify(List<Connection> connections, int atOnce) {
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
			return results;
		} finally {
			threads.shutdownNow();
		}
	}

	private VerifiedConnection told(VerifiedConnection result) {
		environment.terminal().say(result.connection().name() + ": " + ResultPage.name(result.state())); //$NON-NLS-1$
		return result;
	}

	private VerifiedConnection verify(Connection connection) {
		try {
			ending.check();
			Verified verified = verifier.verify(connection.id(), cloud, soFar -> {
			}, new CancellingMonitor(ending));
			return new VerifiedConnection(verified.connection(), health.of(verified.connection(), Instant.now()),
					Optional.of(verified), Optional.empty());
		} catch (ConnectionException e) {
			return untried(saved.apply(connection), Refusal.of(e));
		} catch (CancellationException | OperationCanceledException e) {
			if (environment.cancellation().requested()) {
				throw e;
			}
			return untried(connection, new Refusal(Refusal.TIME_LIMIT, Messages.timeLimit));
		} catch (RuntimeException | LinkageError e) {
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
