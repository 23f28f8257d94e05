package dev.latchkey.connection;

import java.net.http.HttpClient;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.osgi.annotation.versioning.ProviderType;

import org.eclipse.core.runtime.IProgressMonitor;

/**
 * Keeps the connections, one human-readable file each, and lets the console's other plugins use them. Callable from any
 * thread; all methods but {@link #onChange} touch small local files or the network, so prefer background threads.
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
	 * @param connection as it was read and then changed, so that its {@link Connection#revision()} is that of the one it replaces
	 * @return as it is saved now
	 * @throws ConnectionException when it could not be saved, and what was there before is there still;
	 *                             {@link ConnectionException.Reason#CHANGED_ELSEWHERE} when somebody saved it meanwhile,
	 *                             {@link ConnectionException.Reason#NOT_FOUND} when somebody removed it
	 */
	Connection save(Connection connection) throws ConnectionException;

	/**
	 * Changes the connection as it is at this moment, whoever saved it last: nobody's change is lost.
	 *
	 * @param change may be called more than once; must not block, use this service or change the id
	 * @return as it is saved now; what was there when nothing was changed
	 * @throws ConnectionException {@link ConnectionException.Reason#NOT_FOUND} when it is not there any more
	 */
	Connection update(UUID id, UnaryOperator<Connection> change) throws ConnectionException;

	/** Removes the connection from this console; the tenant is not touched. One that is not there is no error. */
	void remove(UUID id) throws ConnectionException;

	/** One localized sentence for every file that could not be used, with the next step. */
	List<String> problems();

	/**
	 * A token with which to call one of the organization's services on behalf of the application. Kept in memory and given to
	 * everybody who asks until shortly before its end; then the first caller fetches the next one, and the others wait for it.
	 *
	 * @param audience whom the token is for
	 * @param monitor  may be null
	 * @throws ConnectionException                                    {@link ConnectionException.Reason#REFUSED} with Microsoft's
	 *                                                                reason, or what is missing here
	 * @throws org.eclipse.core.runtime.OperationCanceledException soon after the monitor is cancelled; others who wait for the
	 *                                                                same token still get theirs
	 */
	default AccessToken accessToken(UUID connection, TokenAudience audience, IProgressMonitor monitor)
			throws ConnectionException {
		return accessToken(connection, audience, Optional.empty(), monitor);
	}

	/**
	 * As {@link #accessToken(UUID, TokenAudience, IProgressMonitor)}, after the service has refused a token with status 401.
	 *
	 * @param challenge what it was refused with: that token is not given again
	 */
	AccessToken accessToken(UUID connection, TokenAudience audience, Optional<TokenChallenge> challenge,
			IProgressMonitor monitor) throws ConnectionException;

	/**
	 * Begins a client of the JDK with which to call the connection's services: it goes through the platform's HTTP proxies,
	 * trusts what Java, the operating system, the preferences and the connection's cloud trust at this moment, and follows no
	 * redirections, so that no token goes astray. Build one and keep it as long as it is used, since each has a thread of its
	 * own; clients of other makers take its {@link HttpClient#sslContext()} and {@link HttpClient#proxy()}.
	 *
	 * <p>Limits of the JDK's client: a proxy that wants a password gets none, and the answer has status 407 (Basic in tunnels
	 * is off for the whole Java machine by {@code jdk.http.auth.tunneling.disabledSchemes}, other schemes it does not know);
	 * of SOCKS proxies it knows nothing and goes without. Set no {@link java.net.Authenticator}: in Java 17 a client that has
	 * one leaves the request's {@code Authorization} out. Where such proxies are, take a client of another maker, with the
	 * login of the platform's {@code IProxyService}.
	 *
	 * @throws ConnectionException {@link ConnectionException.Reason#NOT_FOUND}, {@link ConnectionException.Reason#CLOUD_MISSING}
	 */
	HttpClient.Builder httpClient(UUID connection) throws ConnectionException;

	/**
	 * Calls back after each change, made through this service or by another console, on an unspecified thread.
	 *
	 * @return ends the subscription when closed
	 */
	Subscription onChange(Consumer<ConnectionChange> listener);

	/** Ends something when closed. Closing again does nothing. */
	interface Subscription extends AutoCloseable {
		@Override
		void close();
	}
}
