package dev.latchkey.tenant.internal;

import java.io.IOException;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.net.ssl.SSLContext;

import dev.latchkey.tenant.Endpoints;
import dev.latchkey.tenant.Origin;
import dev.latchkey.tenant.internal.http.OriginServer;
import dev.latchkey.tenant.internal.http.Traffic;

/** The four servers together. */
final class Servers {

	private final ExecutorService executor = Executors.newCachedThreadPool(Servers::thread);
	private final Map<Origin, OriginServer> servers = new EnumMap<>(Origin.class);

	/**
	 * Binds the ports; {@link #start()} serves.
	 *
	 * @param port
	 *            the first of consecutive ports, 0 for free ones
	 * @throws IOException
	 *             if a port is taken
	 */
	Servers(int port, SSLContext tls, Traffic traffic) throws IOException {
		try {
			for (Origin origin : Origin.values()) {
				int own = port == 0 ? 0 : port + origin.ordinal();
				servers.put(origin, new OriginServer(origin, own, tls, executor, traffic));
			}
		} catch (IOException e) {
			stop();
			throw e;
		}
	}

	Endpoints endpoints() {
		URI authority = servers.get(Origin.AUTHORITY).address();
		return new Endpoints(authority, servers.get(Origin.GRAPH).address(), servers.get(Origin.EXCHANGE).address(),
				servers.get(Origin.SHAREPOINT).address(), authority.resolve("/devicelogin"),
				authority.resolve("/portal"));
	}

	void start() {
		servers.values().forEach(OriginServer::start);
	}

	void stop() {
		servers.values().forEach(OriginServer::stop);
		executor.shutdownNow();
	}

	private static Thread thread(Runnable work) {
		Thread thread = new Thread(work, "simulated-tenant");
		thread.setDaemon(true);
		return thread;
	}
}
