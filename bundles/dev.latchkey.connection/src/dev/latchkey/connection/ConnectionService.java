package dev.latchkey.connection;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps the connections, one human-readable file each. Callable from any thread; all methods but {@link #onChange} touch
 * small local files, so prefer background threads.
 */
@ProviderType
public interface ConnectionService {

	/**
	 * All connections, by name.
	 *
	 * @throws ConnectionException when the place can't be read as a whole; single damaged files are set aside and told by
	 *                             {@link #problems()}
	 */
	List<Connection> list() throws ConnectionException;

	/** The connection with that id, when there is one. */
	default Optional<Connection> find(UUID id) throws ConnectionException {
		return list().stream().filter(connection -> connection.id().equals(id)).findFirst();
	}

	/**
	 * Adds the connection, or replaces the one with its id; all or nothing, also when the process is killed meanwhile.
	 *
	 * @throws ConnectionException when it could not be saved; what was there before is there still
	 */
	void save(Connection connection) throws ConnectionException;

	/** Removes the connection from this console; the tenant is not touched. One that is not there is no error. */
	void remove(UUID id) throws ConnectionException;

	/** One localized sentence for every file that could not be used, with the next step. */
	List<String> problems();

	/**
	 * Calls back after each change made through this service, on the thread that made it.
	 *
	 * @return ends the subscription when closed
	 */
	Subscription onChange(Runnable listener);

	/** Ends something when closed. Closing again does nothing. */
	interface Subscription extends AutoCloseable {
		@Override
		void close();
	}
}
