package dev.latchkey.ui.internal.view;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

import dev.latchkey.ui.internal.forms.LatestJob;

/**
 * Reads the connections in the background: when they change, and now and then, since certificates end by themselves. Changes
 * that come while it reads are read together afterwards.
 */
final class OrganizationsReading {

	private static final int INTERVAL_MILLIS = (int) Duration.ofMinutes(30).toMillis();

	private final Control owner;
	private final Display display;
	private final Connections connections;
	private final LatestJob<Connections.Content> job;
	private final LatestJob.Receiver<Connections.Content> receiver;
	private final AtomicBoolean announced = new AtomicBoolean();
	private boolean again;

	/** @param receiver gets what was read, in the user interface thread */
	OrganizationsReading(Control owner, LatestJob.Receiver<Connections.Content> receiver) {
		this.owner = owner;
		this.display = owner.getDisplay();
		this.receiver = receiver;
		job = new LatestJob<>(owner, Messages.OrganizationsView_reading);
		connections = new Connections(this::changed);
		owner.addDisposeListener(event -> connections.close());
		later();
	}

	private void later() {
		display.timerExec(INTERVAL_MILLIS, () -> {
			if (!owner.isDisposed()) {
				read();
				later();
			}
		});
	}

	/** Called in any thread. */
	private void changed() {
		if (announced.compareAndSet(false, true)) {
			try {
				display.asyncExec(this::readAnnounced);
			} catch (SWTException e) {
				// the console was closed meanwhile, and nobody sees the list any more
				announced.set(false);
			}
		}
	}

	private void readAnnounced() {
		announced.set(false);
		if (!owner.isDisposed()) {
			read();
		}
	}

	void read() {
		if (job.running()) {
			again = true;
			return;
		}
		job.start(monitor -> connections.read(), new LatestJob.Receiver<>() {
			@Override
			public void done(Connections.Content content) {
				receiver.done(content);
				next();
			}

			@Override
			public void failed(Throwable failure) {
				receiver.failed(failure);
				next();
			}
		});
	}

	private void next() {
		if (again) {
			again = false;
			read();
		}
	}
}
