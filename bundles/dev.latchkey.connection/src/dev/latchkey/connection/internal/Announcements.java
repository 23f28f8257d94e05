package dev.latchkey.connection.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import dev.latchkey.connection.ConnectionChange;

/**
 * Tells changes one after the other, in their order. Nobody waits for another thread's listener: what is added while
 * somebody tells is told by that thread.
 */
final class Announcements {

	private static final Logger LOG = System.getLogger(Announcements.class.getName());

	private final List<Consumer<ConnectionChange>> listeners = new CopyOnWriteArrayList<>();
	private final Queue<ConnectionChange> changes = new ConcurrentLinkedQueue<>();
	private final AtomicInteger untold = new AtomicInteger();

	void add(Consumer<ConnectionChange> listener) {
		listeners.add(listener);
	}

	/** @return false when it was not there any more */
	boolean remove(Consumer<ConnectionChange> listener) {
		return listeners.remove(listener);
	}

	/** Takes its place in the order; {@link #tell(int)} follows without a lock. */
	void queue(ConnectionChange change) {
		changes.add(change);
	}

	/** @param count how many the caller has queued */
	void tell(int count) {
		if (count == 0 || untold.getAndAdd(count) > 0) {
			return;
		}
		do {
			ConnectionChange change = changes.remove();
			listeners.forEach(listener -> tell(listener, change));
		} while (untold.decrementAndGet() > 0);
	}

	/** Errors as well, such as those of a window system that is going down: nobody would be told anything any more. */
	private static void tell(Consumer<ConnectionChange> listener, ConnectionChange change) {
		try {
			listener.accept(change);
		} catch (RuntimeException | Error e) {
			LOG.log(Level.WARNING, "A listener to connections failed", e); //$NON-NLS-1$
		}
	}
}
