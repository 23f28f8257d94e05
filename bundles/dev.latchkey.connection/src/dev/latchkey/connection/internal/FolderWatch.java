package dev.latchkey.connection.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Waits on a thread of its own for other consoles to change files. Where the operating system can't tell, changes are
 * noticed when somebody reads.
 */
final class FolderWatch implements AutoCloseable {

	private static final Logger LOG = System.getLogger(FolderWatch.class.getName());

	/** A constant, because the compiler would ask to close it anywhere else. */
	private static final FileSystem FILES = FileSystems.getDefault();

	private final Path folder;
	private final Look everywhere;
	private final Consumer<UUID> one;
	private WatchService service;
	private boolean closed;

	/** Looks at all files. */
	interface Look {
		void take() throws IOException;
	}

	private FolderWatch(Path folder, Look everywhere, Consumer<UUID> one) {
		this.folder = folder;
		this.everywhere = everywhere;
		this.one = one;
	}

	/** Returns at once. Both are called on the watch's thread. */
	static FolderWatch start(Path folder, Look everywhere, Consumer<UUID> one) {
		FolderWatch watch = new FolderWatch(folder, everywhere, one);
		Thread thread = new Thread(watch::run, "Latchkey watches " + folder); //$NON-NLS-1$
		thread.setDaemon(true);
		thread.start();
		return watch;
	}

	private void run() {
		try {
			OwnerOnly.createFolder(folder);
			while (open()) {
				follow(folder.register(service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY,
						StandardWatchEventKinds.ENTRY_DELETE));
				OwnerOnly.createFolder(folder); // somebody removed it
			}
		} catch (ClosedWatchServiceException | InterruptedException e) {
			// the end
		} catch (IOException e) {
			LOG.log(Level.WARNING, "Changes of other consoles are noticed late", e); //$NON-NLS-1$
		} finally {
			close();
		}
	}

	private synchronized boolean open() throws IOException {
		if (!closed && service == null) {
			service = FILES.newWatchService();
		}
		return !closed;
	}

	/** Until the folder is gone. */
	private void follow(WatchKey key) throws IOException, InterruptedException {
		everywhere.take();
		do {
			for (WatchEvent<?> event : service.take().pollEvents()) {
				tell(event);
			}
		} while (key.reset());
	}

	private void tell(WatchEvent<?> event) throws IOException {
		if (event.context() instanceof Path file) {
			id(file.toString()).ifPresent(one);
		} else {
			everywhere.take(); // too many to tell them one by one
		}
	}

	private static Optional<UUID> id(String name) {
		if (!name.endsWith(ConnectionFolder.SUFFIX)) {
			return Optional.empty();
		}
		try {
			return Optional.of(UUID.fromString(name.substring(0, name.length() - ConnectionFolder.SUFFIX.length())));
		} catch (IllegalArgumentException e) {
			return Optional.empty(); // no connection's
		}
	}

	@Override
	public synchronized void close() {
		closed = true;
		if (service != null) {
			try {
				service.close();
			} catch (IOException e) {
				LOG.log(Level.DEBUG, "The watch of connections could not be closed", e); //$NON-NLS-1$
			}
		}
	}
}
