package dev.latchkey.connection;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Service that moves connections to another computer, without their keys. Callable from any thread; reads and writes local
 * files, so prefer background threads.
 */
@ProviderType
public interface ConnectionTransfer {

	/**
	 * Writes the connections into one file, which replaces what is there as a whole or not at all. It holds no secret.
	 *
	 * @throws ConnectionException {@link ConnectionException.Reason#NOT_WRITABLE}, {@link ConnectionException.Reason#NOT_FOUND}
	 */
	void write(Collection<UUID> connections, Path file) throws ConnectionException;

	/**
	 * Reads such a file and looks for the certificates here; saves nothing.
	 *
	 * @throws ConnectionException {@link ConnectionException.Reason#NOT_READABLE}, {@link ConnectionException.Reason#INVALID}
	 */
	List<Arrival> read(Path file) throws ConnectionException;

	/**
	 * Saves arrived connections. One that is here already, of the same organization through the same application, is replaced
	 * and keeps its id. All are not verified, whatever they were elsewhere.
	 *
	 * @return as they are saved now
	 */
	List<Connection> accept(Collection<Arrival> arrivals) throws ConnectionException;

	/**
	 * A connection that arrived.
	 *
	 * @param connection       as it was elsewhere, naming its certificate by the provider that has it here
	 * @param certificateFound whether a provider here has its certificate; otherwise that has to be brought, or another chosen
	 * @param replaces         whether it will replace one that is here
	 */
	record Arrival(Connection connection, boolean certificateFound, boolean replaces) {
	}
}
