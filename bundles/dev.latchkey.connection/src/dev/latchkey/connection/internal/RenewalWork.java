package dev.latchkey.connection.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.connection.CertificateRenewer.Failed;
import dev.latchkey.connection.CertificateRenewer.Renewal;
import dev.latchkey.connection.CertificateRenewer.Result;
import dev.latchkey.connection.CertificateRenewer.Step;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionException.Reason;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.Wait;

/** Renews one connection, step by step; whatever ends it early leaves the connection as it was. */
final class RenewalWork implements Callable<Result> {

	private final Renewal renewal;
	private final ConnectionService connections;
	private final Belongings belongings;
	private final Registering registering;
	private final Proving proving;
	private final Turns turns;
	private final Consumer<Result> progress;
	private final IProgressMonitor monitor;
	private final Cancellation cancellation;
	private Step step = Step.NOT_BEGUN;
	private Optional<CertificateReference> next = Optional.empty();

	RenewalWork(Renewal renewal, ConnectionService connections, Belongings belongings, Registering registering,
			Proving proving, Turns turns, Consumer<Result> progress, IProgressMonitor monitor) {
		this.renewal = renewal;
		this.connections = connections;
		this.belongings = belongings;
		this.registering = registering;
		this.proving = proving;
		this.turns = turns;
		this.progress = progress;
		this.monitor = monitor;
		this.cancellation = () -> monitor != null && monitor.isCanceled();
	}

	static Connection find(ConnectionService connections, UUID id) throws ConnectionException {
		return connections.find(id).orElseThrow(() -> new ConnectionException(Reason.NOT_FOUND, id.toString(), null));
	}

	@Override
	public Result call() {
		if (cancellation.requested()) {
			return result(Optional.empty(), Optional.empty());
		}
		Optional<Failed> failed = renew();
		Result result = result(Optional.empty(), failed);
		progress.accept(result);
		return result;
	}

	private Optional<Failed> renew() {
		Failures failures = new Failures(renewal.administrator().isPresent());
		try {
			Connection connection = find(connections, renewal.connection());
			try (Turns.Turn turn = turns.await(connection, cancellation)) {
				renew(find(connections, renewal.connection()));
				return Optional.empty();
			}
		} catch (OperationCanceledException | CancellationException e) {
			return Optional.empty();
		} catch (ConnectionException e) {
			return Optional.of(failures.of(e, step));
		} catch (RegistrationException e) {
			return Optional.of(failures.of(e.failure(), step));
		} catch (CertificateAccessException e) {
			return Optional.of(failures.of(e));
		} catch (RuntimeException | LinkageError e) {
			return Optional.of(failures.of(e)); // A stranger's, and nobody else's renewal ends by it.
		}
	}

	private void renew(Connection before) throws ConnectionException, RegistrationException, CertificateAccessException {
		begin(Step.PREPARING);
		Optional<CertificateEntry> present = present(before);
		CertificateEntry entry = renewal.next().prepare(before, cancellation);
		next = Optional.of(entry.reference());
		if (before.certificate().sha256().equals(entry.reference().sha256())) {
			step = Step.DONE;
			return;
		}
		try {
			switchTo(entry, before, present);
		} finally {
			if (step != Step.DONE) {
				discard(entry, before);
			}
		}
	}

	/** What was made in vain does not stay. */
	private void discard(CertificateEntry made, Connection before) {
		if (renewal.next() instanceof FreshCertificates fresh && fresh.discard(made.reference(), before)) {
			next = Optional.empty();
		}
	}

	private void switchTo(CertificateEntry entry, Connection before, Optional<CertificateEntry> present)
			throws ConnectionException, RegistrationException {
		begin(Step.ADDING);
		Candidate candidate = Candidate.of(before, present, entry, belongings);
		RegistrationResult registered = registering.register(candidate, renewal.administrator(), this::waiting, monitor);
		begin(Step.PROVING);
		UnaryOperator<Connection> change = proving.prove(candidate, registered, this::waiting);
		begin(Step.SWITCHING);
		Connection now = connections.update(before.id(),
				current -> current.certificate().equals(before.certificate()) && current.sameApplication(before)
						? change.apply(current)
						: current);
		if (!now.certificate().equals(entry.reference())) {
			throw new ConnectionException(Reason.CHANGED_ELSEWHERE, now.name(), null);
		}
		step = Step.DONE;
	}

	/** Without an administrator nothing goes without the present one; that is said before a key is made in vain. */
	private Optional<CertificateEntry> present(Connection before) throws ConnectionException, RegistrationException {
		if (renewal.administrator().isPresent()) {
			return belongings.find(before.certificate(), cancellation);
		}
		CertificateEntry present = belongings.certificate(before, cancellation);
		Registering.requireValid(present.certificate(), Instant.now());
		return Optional.of(present);
	}

	private void begin(Step now) {
		cancellation.check();
		step = now;
		progress.accept(result(Optional.empty(), Optional.empty()));
	}

	private void waiting(Optional<Wait> what) {
		progress.accept(result(what, Optional.empty()));
	}

	private Result result(Optional<Wait> waiting, Optional<Failed> failed) {
		return new Result(renewal.connection(), step, next, waiting, failed);
	}
}
