package dev.latchkey.connection.internal;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.URIUtil;
import org.eclipse.osgi.service.datalocation.Location;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionService;

/** Keeps connections in the console's configuration area, which all of its workspaces share. */
@Component
public final class FileConnectionService implements ConnectionService {

	private static final String AREA = "dev.latchkey.connection"; //$NON-NLS-1$

	private final ConnectionFolder folder;
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

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
	public void save(Connection connection) throws ConnectionException {
		try {
			synchronized (folder) {
				folder.write(connection);
			}
		} catch (IOException e) {
			throw notWritable(e);
		}
		listeners.forEach(Runnable::run);
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
		listeners.forEach(Runnable::run);
	}

	@Override
	public Subscription onChange(Runnable listener) {
		// A wrapper of its own, so that ending one of two subscriptions of the same listener ends only that one.
		Runnable registered = listener::run;
		listeners.add(registered);
		return () -> listeners.remove(registered);
	}

	private ConnectionFolder.Content read() throws ConnectionException {
		try {
			synchronized (folder) {
				return folder.read();
			}
		} catch (IOException e) {
			throw new ConnectionException(ConnectionException.Reason.NOT_READABLE, folder.path().toString(), e);
		}
	}

	private ConnectionException notWritable(IOException cause) {
		return new ConnectionException(ConnectionException.Reason.NOT_WRITABLE, folder.path().toString(), cause);
	}
}
