package dev.latchkey.connection.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionChange;
import dev.latchkey.connection.ConnectionChange.Kind;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionException.Reason;
import dev.latchkey.connection.ConnectionService.Subscription;

/**
 * Connections that several threads and consoles read and change. A change is made under the folder's lock to what the file
 * holds at that moment, so that no other is lost. Listeners are told once of each difference to what they know, whoever
 * made it and whoever noticed it. Callable from any thread.
 */
final class ConnectionStore implements AutoCloseable {

	private final ConnectionFolder folder;
	private final Duration limit;
	private final Announcements announcements = new Announcements();
	private final Object watching = new Object();
	/** Null while nobody listens. Guarded by watching. */
	private FolderWatch watch;
	private int listeners;
	private final Object noticing = new Object();
	/** What was there when anybody looked last; empty until somebody has looked at all of it. Guarded by noticing. */
	private Optional<Map<UUID, Connection>> known = Optional.empty();

	/** @param limit for how long to wait for others who write */
	ConnectionStore(Path folder, Duration limit) {
		this.folder = new ConnectionFolder(folder);
		this.limit = limit;
	}

	/** From what is there to what is to be there. */
	interface Change {
		Optional<Connection> apply(Optional<Connection> here) throws ConnectionException;
	}

	ConnectionFolder.Content read() throws ConnectionException {
		try {
			return lookAround();
		} catch (IOException e) {
			throw new ConnectionException(Reason.NOT_READABLE, folder.path().toString(), e);
		}
	}

	Optional<Connection> find(UUID id) {
		return folder.find(id);
	}

	boolean has(UUID id) {
		return folder.has(id);
	}

	/** @return what is there now */
	Optional<Connection> change(UUID id, Change change) throws ConnectionException {
		Optional<Connection> stored;
		int told = 0;
		try (FolderLock held = folder.lock(limit)) {
			Optional<Connection> old = folder.current(id);
			stored = change.apply(old);
			if (!stored.equals(old)) {
				told = store(id, old, stored);
			}
		} catch (FolderLock.BusyException e) {
			throw new ConnectionException(Reason.BUSY, folder.path().toString(), e);
		} catch (ConnectionFolder.OthersException e) {
			throw new ConnectionException(Reason.CHANGED_ELSEWHERE, id.toString(), e);
		} catch (IOException e) {
			throw new ConnectionException(Reason.NOT_WRITABLE, folder.path().toString(), e);
		}
		announcements.tell(told);
		return stored;
	}

	private int store(UUID id, Optional<Connection> old, Optional<Connection> stored) throws IOException {
		synchronized (noticing) {
			if (stored.isPresent()) {
				folder.write(stored.get());
			} else {
				folder.delete(id);
			}
			return notice(id, known.map(all -> Optional.ofNullable(all.get(id))).orElse(old), stored);
		}
	}

	Subscription onChange(Consumer<ConnectionChange> listener) {
		// A wrapper of its own, so that ending one of two subscriptions of the same listener ends only that one.
		Consumer<ConnectionChange> registered = listener::accept;
		announcements.add(registered);
		synchronized (watching) {
			if (listeners++ == 0) {
				watch = FolderWatch.start(folder.path(), this::lookAround, this::lookAt);
			}
		}
		return () -> leave(registered);
	}

	private void leave(Consumer<ConnectionChange> registered) {
		synchronized (watching) {
			if (announcements.remove(registered) && --listeners == 0) {
				close();
			}
		}
	}

	/** A listener that is told what is noticed anyway, and for which alone other consoles are not watched. */
	void announceTo(Consumer<ConnectionChange> listener) {
		announcements.add(listener);
	}

	void announceNoMoreTo(Consumer<ConnectionChange> listener) {
		announcements.remove(listener);
	}

	private ConnectionFolder.Content lookAround() throws IOException {
		ConnectionFolder.Content content;
		int told;
		synchronized (noticing) {
			content = folder.read();
			told = notice(content.connections());
		}
		announcements.tell(told);
		return content;
	}

	private void lookAt(UUID id) {
		int told;
		synchronized (noticing) {
			told = notice(id, known.map(all -> all.get(id)), folder.find(id));
		}
		announcements.tell(told);
	}

	private int notice(List<Connection> now) {
		Map<UUID, Connection> all = now.stream().collect(Collectors.toMap(Connection::id, Function.identity()));
		if (known.isEmpty()) {
			known = Optional.of(new HashMap<>(all));
			return 0;
		}
		int told = 0;
		for (UUID gone : known.get().keySet().stream().filter(id -> !all.containsKey(id)).toList()) {
			told += notice(gone, known.map(before -> before.get(gone)), Optional.empty());
		}
		for (Connection connection : now) {
			told += notice(connection.id(), known.map(before -> before.get(connection.id())), Optional.of(connection));
		}
		return told;
	}

	/** @return how many changes there are to tell */
	private int notice(UUID id, Optional<Connection> before, Optional<Connection> now) {
		known.ifPresent(all -> now.ifPresentOrElse(connection -> all.put(id, connection), () -> all.remove(id)));
		if (before.equals(now)) {
			return 0;
		}
		Kind kind = now.isEmpty() ? Kind.REMOVED : before.isEmpty() ? Kind.ADDED : Kind.CHANGED;
		announcements.queue(new ConnectionChange(kind, id, now));
		return 1;
	}

	/** Ends watching; everything else goes on. */
	@Override
	public void close() {
		synchronized (watching) {
			if (watch != null) {
				watch.close();
				watch = null;
			}
		}
	}
}
