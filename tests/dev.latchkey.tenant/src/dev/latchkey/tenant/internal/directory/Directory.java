package dev.latchkey.tenant.internal.directory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Function;

import com.google.gson.JsonObject;

/**
 * A tenant's directory with its history, so that readers can be shown an older state than writers see, as replicas
 * do. Safe for use by several threads.
 */
public final class Directory {

	private static final Duration HISTORY = Duration.ofHours(1);

	/** A change in progress; seen by nobody before it is complete. */
	public final class Change {

		private final Snapshot draft;

		Change(Snapshot draft) {
			this.draft = draft;
		}

		public Snapshot now() {
			return draft;
		}

		public void put(Table table, JsonObject object) {
			draft.put(table, object);
		}

		public boolean remove(Table table, String id) {
			return draft.remove(table, id);
		}
	}

	private final Clock clock;
	private final Deque<Snapshot> versions = new ArrayDeque<>();
	private Duration graphDelay = Duration.ZERO;
	private Duration tokenDelay = Duration.ZERO;

	public Directory(Clock clock) {
		this.clock = clock;
		versions.addLast(Snapshot.empty());
	}

	/** Sets how long a change stays unseen by Graph's readers and by the token endpoint. */
	public synchronized void delays(Duration graph, Duration tokens) {
		graphDelay = graph;
		tokenDelay = tokens;
	}

	/** @return what Graph's readers see */
	public synchronized Snapshot read() {
		return seenAfter(graphDelay);
	}

	/** @return what the token endpoint sees */
	public synchronized Snapshot readForTokens() {
		return seenAfter(tokenDelay);
	}

	/** @return what is true */
	public synchronized Snapshot latest() {
		return versions.getLast();
	}

	/**
	 * Changes the directory in one step; an exception leaves it as it was.
	 *
	 * @param work
	 *            the change
	 * @return what the change answers
	 */
	public synchronized <T> T change(Function<Change, T> work) {
		Instant now = clock.instant();
		Snapshot draft = versions.getLast().draft(now);
		T result = work.apply(new Change(draft));
		versions.addLast(draft);
		forget(now.minus(HISTORY));
		return result;
	}

	/** Makes the present state the only one that ever was, as a scenario begins. */
	synchronized void settle() {
		Snapshot last = versions.getLast().draft(Instant.MIN);
		versions.clear();
		versions.addLast(last);
	}

	private Snapshot seenAfter(Duration delay) {
		if (delay.isZero()) {
			return versions.getLast();
		}
		Instant limit = clock.instant().minus(delay);
		Iterator<Snapshot> newestFirst = versions.descendingIterator();
		Snapshot seen = versions.getLast();
		while (newestFirst.hasNext()) {
			seen = newestFirst.next();
			if (!seen.since().isAfter(limit)) {
				break;
			}
		}
		return seen;
	}

	/** Keeps the newest of the versions before that time: it is what was seen then. */
	private void forget(Instant before) {
		while (versions.size() > 1) {
			Snapshot oldest = versions.removeFirst();
			if (!versions.getFirst().since().isBefore(before)) {
				versions.addFirst(oldest);
				return;
			}
		}
	}
}
