package dev.latchkey.connection.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.connection.CertificateRenewer;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Connection.RetiredCertificate;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.Journal;
import dev.latchkey.registration.KeyRollover;
import dev.latchkey.registration.ProfileCatalog;
import dev.latchkey.registration.RegistrationService;

/** Renews with both certificates side by side: the application has the next one before the old one is let go. */
@Component
public final class SideBySideRenewer implements CertificateRenewer {

	private final ConnectionService connections;
	private final Belongings belongings;
	private final RegistrationService registration;
	private final KeyRollover rollover;
	private final Journal journal;
	private final Turns turns = new Turns();

	@Activate
	public SideBySideRenewer(@Reference ConnectionService connections, @Reference RegistrationService registration,
			@Reference KeyRollover rollover, @Reference Journal journal, @Reference CloudCatalog clouds,
			@Reference ProfileCatalog profiles, @Reference CertificateService certificates) {
		this.connections = connections;
		this.registration = registration;
		this.belongings = new Belongings(clouds, profiles, certificates);
		this.rollover = rollover;
		this.journal = journal;
	}

	@Override
	public List<Result> renew(List<Renewal> renewals, int atOnce, Consumer<Result> progress, IProgressMonitor monitor) {
		if (atOnce < 1) {
			throw new IllegalArgumentException("At once: " + atOnce); //$NON-NLS-1$
		}
		Object told = new Object();
		Consumer<Result> oneByOne = result -> {
			synchronized (told) {
				progress.accept(result);
			}
		};
		Registering registering = new Registering(registration, rollover, journal);
		Proving proving = new Proving(registration, monitor);
		ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, Math.min(atOnce, renewals.size())), task -> {
			Thread thread = new Thread(task, "Latchkey renewal"); //$NON-NLS-1$
			thread.setDaemon(true);
			return thread;
		});
		try {
			return awaitAll(renewals.stream().map(renewal -> threads.submit(
					new RenewalWork(renewal, connections, belongings, registering, proving, turns, oneByOne, monitor)))
					.toList());
		} finally {
			threads.shutdown();
		}
	}

	private static List<Result> awaitAll(List<Future<Result>> running) {
		List<Result> results = new ArrayList<>();
		boolean interrupted = false;
		for (Future<Result> each : running) {
			while (true) {
				try {
					results.add(each.get());
					break;
				} catch (InterruptedException e) {
					interrupted = true; // What was changed must be told.
				} catch (ExecutionException e) {
					throw new IllegalStateException(e.getCause());
				}
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
		return List.copyOf(results);
	}

	@Override
	public Connection remove(UUID id, List<RetiredCertificate> retired, Optional<AdminSession> administrator,
			IProgressMonitor monitor) throws ConnectionException {
		Cancellation cancellation = () -> monitor != null && monitor.isCanceled();
		try (Turns.Turn turn = turns.await(RenewalWork.find(connections, id), cancellation)) {
			return new Removing(connections, belongings, registration, rollover, monitor)
					.remove(RenewalWork.find(connections, id), retired, administrator);
		} catch (CancellationException e) {
			throw new OperationCanceledException();
		}
	}
}
