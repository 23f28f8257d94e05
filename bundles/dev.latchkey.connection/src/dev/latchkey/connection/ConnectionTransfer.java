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
	 * @param file in a folder that is there
	 * @throws ConnectionException {@link ConnectionException.Reason#NOT_WRITABLE}, {@link ConnectionException.Reason#NOT_FOUND}
	 */
	void write(Collection<UUID> connections, Path file) throws ConnectionException;

	/**
	 * Reads such a file and looks for the certificates here; saves nothing. Either all of the file is good or none of it.
	 *
	 * @return in the order of the file
	 * @throws ConnectionException {@link ConnectionException.Reason#NOT_READABLE}, {@link ConnectionException.Reason#INVALID}
	 */
	List<Arrival> read(Path file) throws ConnectionException;

	/**
	 * Saves arrived connections. One that is here already, of the same organization through the same application, is replaced
	 * and keeps its id. All are not verified, whatever they were elsewhere. What was saved before a failure stays; accepting
	 * the same again goes on.
	 *
	 * @return as they are saved now, in the same order
	 * @throws ConnectionException as {@link ConnectionService#save}
	 */
	List<Connection> accept(Collection<Arrival> arrivals) throws ConnectionException;

	/**
	 * A connection that arrived.
	 *
	 * @param connection       as it was elsewhere but for its proof, naming its certificate by the provider that has it here
	 * @param certificateFound whether a provider here has its certificate; otherwise that has to be brought, or another chosen
	 * @param replaces         whether it will replace one that is here
	 */
	record Arrival(Connection connection, boolean certificateFound, boolean replaces) {
	}
}
