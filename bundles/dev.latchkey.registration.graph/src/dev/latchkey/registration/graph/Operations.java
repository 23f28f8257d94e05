package dev.latchkey.registration.graph;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.eclipse.core.net.proxy.IProxyService;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.preferences.IPreferencesService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.graph.net.HttpClients;
import dev.latchkey.registration.graph.net.Operation;
import okhttp3.OkHttpClient;

/**
 * What all services of this bundle share: the way to the clouds, as the preferences and the platform's proxies have it now, the
 * watch over monitors, and the log.
 */
@Component(service = Operations.class)
public final class Operations {

	private final Settings settings;
	private final OutcomeLog log;
	private final ScheduledExecutorService watcher = Executors
			.newSingleThreadScheduledExecutor(daemons("Latchkey cancellation")); //$NON-NLS-1$
	private final HttpClients http = new HttpClients(this::proxies);
	private final AtomicReference<List<String>> toldProblems = new AtomicReference<>(List.of());

	private volatile IProxyService proxies;

	@Activate
	public Operations(@Reference IPreferencesService preferences) {
		this(preferences, ILog.of(Operations.class)::log);
	}

	Operations(IPreferencesService preferences, Consumer<IStatus> log) {
		this.settings = new Settings(preferences);
		this.log = new OutcomeLog(log);
	}

	@Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
	void setProxies(IProxyService service) {
		proxies = service;
	}

	void unsetProxies(IProxyService service) {
		if (proxies == service) {
			proxies = null;
		}
	}

	private IProxyService proxies() {
		return proxies;
	}

	@Deactivate
	void deactivate() {
		watcher.shutdownNow();
		http.close();
	}

	static ThreadFactory daemons(String name) {
		return task -> {
			Thread thread = new Thread(task, name);
			thread.setDaemon(true);
			return thread;
		};
	}

	Settings settings() {
		return settings;
	}

	OutcomeLog log() {
		return log;
	}

	ScheduledExecutorService watcher() {
		return watcher;
	}

	OkHttpClient client(Cloud cloud) {
		return http.client(cloud, trusted(), settings.answer());
	}

	/** What can't be read is told each time that it is something else. */
	private List<X509Certificate> trusted() {
		TrustedFiles files = TrustedFiles.read(settings.trustedFiles());
		if (!files.problems().equals(toldProblems.getAndSet(files.problems()))) {
			files.problems().forEach(log::problem);
		}
		return files.authorities();
	}

	/** @param monitor may be null */
	Operation begin(Cloud cloud, IProgressMonitor monitor) {
		return new Operation(client(cloud), monitor, watcher);
	}

	/**
	 * Does what one call of a service does, and translates and logs its refusal.
	 *
	 * @param what    for the log
	 * @param monitor may be null
	 */
	<T> T run(String what, Cloud cloud, IProgressMonitor monitor, Task<T> task) throws RegistrationException {
		try (Operation operation = begin(cloud, monitor)) {
			return task.run(operation);
		} catch (Refusal e) {
			log.refused(what, e);
			throw new RegistrationException(e.failure(), e);
		}
	}

	/** What one call of a service does. */
	@FunctionalInterface
	interface Task<T> {
		T run(Operation operation) throws Refusal;
	}
}
