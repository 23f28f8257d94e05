package dev.latchkey.ui.internal.connect;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.eclipse.swt.widgets.Control;

import dev.latchkey.ui.internal.forms.LatestJob;

/** Reads the catalogs in the background. Used from the user interface thread. */
final class CatalogReading {

	/** As long as the platform waits before it shows progress; files at hand are read long before. */
	private static final long SHORT_MILLIS = 800;

	private final LatestJob<Catalogs> job;
	private final CompletableFuture<Catalogs> first = new CompletableFuture<>();

	/** @param owner whose end ends the reading */
	CatalogReading(Control owner) {
		job = new LatestJob<>(owner, Messages.CatalogReading_task);
	}

	/** @return what was read within a moment; else empty, and the receiver gets it later */
	Optional<Catalogs> start(Supplier<Catalogs> reading, LatestJob.Receiver<Catalogs> later) {
		job.start(monitor -> {
			Catalogs read = reading.get();
			first.complete(read);
			return read;
		}, later);
		Optional<Catalogs> now = withinAMoment();
		now.ifPresent(read -> job.cancel());
		return now;
	}

	private Optional<Catalogs> withinAMoment() {
		try {
			return Optional.of(first.get(SHORT_MILLIS, TimeUnit.MILLISECONDS));
		} catch (TimeoutException | ExecutionException e) {
			return Optional.empty();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return Optional.empty();
		}
	}
}
