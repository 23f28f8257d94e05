package dev.latchkey.connection.internal;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.URIUtil;
import org.eclipse.osgi.service.datalocation.Location;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import dev.latchkey.connection.AccessToken;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionChange;
import dev.latchkey.connection.ConnectionChange.Kind;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionException.Reason;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.connection.TokenAudience;
import dev.latchkey.connection.TokenChallenge;

/** Keeps connections in the console's configuration area, which all of its workspaces share. */
@Component
public final class FileConnectionService implements ConnectionService {

	private static final String AREA = "dev.latchkey.connection"; //$NON-NLS-1$

	private final ConnectionFolder folder;
	private final List<Consumer<ConnectionChange>> listeners = new CopyOnWriteArrayList<>();

	@Activate
	public FileConnectionService(@Reference(target = "(type=osgi.configuration.area)") Location configuration)
			throws IOException, URISyntaxException {
		this(Path.of(URIUtil.toURI(configuration.getDataArea(AREA))));
	}

	FileConnectionService(Path folder) {
		this.folder = new ConnectionFolder(folder);
	}

	@Override
	public List<Connection> list() throws ConnectionException {
		return read().connections();
	}

	@Override
	public List<String> problems() {
		try {
			return read().problems();
		} catch (ConnectionException e) {
			return List.of(e.getLocalizedMessage());
		}
	}

	@Override
	public Connection save(Connection connection) throws ConnectionException {
		return store(connection.id(), here -> {
			if (here.isPresent() && here.get().revision() != connection.revision()) {
				throw new ConnectionException(Reason.CHANGED_ELSEWHERE, here.get().name(), null);
			}
			return connection.revised(connection.revision() + 1);
		});
	}

	@Override
	public Connection update(UUID id, UnaryOperator<Connection> change) throws ConnectionException {
		return store(id, here -> {
			Connection old = here.orElseThrow(() -> new ConnectionException(Reason.NOT_FOUND, id.toString(), null));
			Connection changed = change.apply(old);
			return changed.equals(old) ? old : changed.revised(old.revision() + 1);
		});
	}

	/** From what is there to what is to be there. */
	private interface Change {
		Connection apply(Optional<Connection> here) throws ConnectionException;
	}

	private Connection store(UUID id, Change change) throws ConnectionException {
		Optional<Connection> old;
		Connection stored;
		synchronized (folder) {
			old = find(id);
			stored = change.apply(old);
			if (old.filter(stored::equals).isPresent()) {
				return stored;
			}
			try {
				folder.write(stored);
			} catch (IOException e) {
				throw notWritable(e);
			}
		}
		tell(new ConnectionChange(old.isPresent() ? Kind.CHANGED : Kind.ADDED, id, Optional.of(stored)));
		return stored;
	}

	@Override
	public void remove(UUID id) throws ConnectionException {
		try {
			synchronized (folder) {
				folder.delete(id);
			}
		} catch (IOException e) {
			throw notWritable(e);
		}
		tell(new ConnectionChange(Kind.REMOVED, id, Optional.empty()));
	}

	private void tell(ConnectionChange change) {
		listeners.forEach(listener -> listener.accept(change));
	}

	@Override
	public AccessToken accessToken(UUID connection, TokenAudience audience, Optional<TokenChallenge> challenge,
			IProgressMonitor monitor) throws ConnectionException {
		throw new UnsupportedOperationException();
	}

	@Override
	public Subscription onChange(Consumer<ConnectionChange> listener) {
		// A wrapper of its own, so that ending one of two subscriptions of the same listener ends only that one.
		Consumer<ConnectionChange> registered = listener::accept;
		listeners.add(registered);
		return () -> listeners.remove(registered);
	}

	private ConnectionFolder.Content read() throws ConnectionException {
		try {
			synchronized (folder) {
				return folder.read();
			}
		} catch (IOException e) {
			throw new ConnectionException(Reason.NOT_READABLE, folder.path().toString(), e);
		}
	}

	private ConnectionException notWritable(IOException cause) {
		return new ConnectionException(Reason.NOT_WRITABLE, folder.path().toString(), cause);
	}
}
