package dev.latchkey.connection.internal;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.URIUtil;
import org.eclipse.osgi.service.datalocation.Location;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

import dev.latchkey.connection.AccessToken;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionChange;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionException.Reason;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.connection.TokenAudience;
import dev.latchkey.connection.TokenChallenge;

/** Keeps connections in the console's configuration area, which all of its workspaces share. */
@Component
public final class FileConnectionService implements ConnectionService {

	private static final String AREA = "dev.latchkey.connection"; //$NON-NLS-1$

	/** For how long to wait for others who write; a write takes milliseconds. */
	private static final Duration LIMIT = Duration.ofSeconds(10);

	private final ConnectionStore store;

	private final Tokens tokens = new Tokens(this, this::signIn, Clock.systemUTC());

	@Reference
	private ComponentServiceObjects<ConnectionSignIn> signIns;
	private ConnectionSignIn signIn;

	@Activate
	public FileConnectionService(@Reference(target = "(type=osgi.configuration.area)") Location configuration)
			throws IOException, URISyntaxException {
		this(Path.of(URIUtil.toURI(configuration.getDataArea(AREA))));
	}

	FileConnectionService(Path folder) {
		this(folder, LIMIT);
	}

	FileConnectionService(Path folder, Duration limit) {
		store = new ConnectionStore(folder, limit);
	}

	@Deactivate
	void deactivate() {
		tokens.close();
		store.close();
		release();
	}

	@Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
	void addAnnouncer(Announcer announcer) {
		store.announceTo(announcer);
	}

	void removeAnnouncer(Announcer announcer) {
		store.announceNoMoreTo(announcer);
	}

	@Override
	public List<Connection> list() throws ConnectionException {
		return store.read().connections();
	}

	@Override
	public Optional<Connection> find(UUID id) {
		return store.find(id);
	}

	@Override
	public List<String> problems() {
		try {
			return store.read().problems();
		} catch (ConnectionException e) {
			return List.of(e.getLocalizedMessage());
		}
	}

	@Override
	public Connection save(Connection connection) throws ConnectionException {
		return store.change(connection.id(), here -> {
			if (here.isEmpty() && connection.revision() > 0) {
				throw new ConnectionException(Reason.NOT_FOUND, connection.name(), null);
			}
			if (here.isPresent() && here.get().revision() != connection.revision()) {
				throw new ConnectionException(Reason.CHANGED_ELSEWHERE, here.get().name(), null);
			}
			return Optional.of(connection.revised(connection.revision() + 1));
		}).orElseThrow();
	}

	@Override
	public Connection update(UUID id, UnaryOperator<Connection> change) throws ConnectionException {
		return store.change(id, here -> {
			Connection old = here.orElseThrow(() -> new ConnectionException(Reason.NOT_FOUND, id.toString(), null));
			Connection changed = change.apply(old);
			if (!changed.id().equals(id)) {
				throw new IllegalArgumentException("Another connection's id"); //$NON-NLS-1$
			}
			return Optional.of(changed.equals(old) ? old : changed.revised(old.revision() + 1));
		}).orElseThrow();
	}

	@Override
	public void remove(UUID id) throws ConnectionException {
		if (store.has(id)) {
			store.change(id, here -> Optional.empty());
		}
	}

	@Override
	public AccessToken accessToken(UUID connection, TokenAudience audience, Optional<TokenChallenge> challenge,
			IProgressMonitor monitor) throws ConnectionException {
		return tokens.token(connection, audience, challenge, monitor);
	}

	/** With it begins everything that signing in needs, which no list of connections does. */
	private synchronized ConnectionSignIn signIn() {
		if (signIn == null) {
			signIn = signIns.getService();
		}
		return signIn;
	}

	private synchronized void release() {
		if (signIn != null) {
			signIns.ungetService(signIn);
		}
	}

	@Override
	public HttpClient.Builder httpClient(UUID connection) throws ConnectionException {
		return signIn().client(find(connection)
				.orElseThrow(() -> new ConnectionException(Reason.NOT_FOUND, connection.toString(), null)));
	}

	@Override
	public Subscription onChange(Consumer<ConnectionChange> listener) {
		return store.onChange(listener);
	}
}
