package dev.latchkey.tenant.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;

import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import dev.latchkey.tenant.Origin;

/** One HTTPS server on loopback. */
public final class OriginServer {

	static {
		/* Without it the JDK's server lets every body wait some 40 ms for the client's acknowledgement. */
		System.setProperty("sun.net.httpserver.nodelay", "true");
	}

	private final Origin origin;
	private final HttpsServer server;
	private final Traffic traffic;

	/**
	 * Binds the port; {@link #start()} serves.
	 *
	 * @param port
	 *            port, 0 for a free one
	 * @throws IOException
	 *             if the port is taken
	 */
	public OriginServer(Origin origin, int port, SSLContext tls, Executor executor, Traffic traffic)
			throws IOException {
		this.origin = origin;
		this.traffic = traffic;
		server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
		server.setHttpsConfigurator(new HttpsConfigurator(tls));
		server.setExecutor(executor);
		server.createContext("/", this::handle);
	}

	public void start() {
		server.start();
	}

	/** @return address for clients */
	public URI address() {
		return URI.create("https://localhost:" + server.getAddress().getPort());
	}

	public void stop() {
		server.stop(0);
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			traffic.serve(read(exchange), exchange);
		}
	}

	private Request read(HttpExchange exchange) throws IOException {
		Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, List.copyOf(values)));
		byte[] body;
		try (InputStream in = exchange.getRequestBody()) {
			body = in.readAllBytes();
		}
		String host = exchange.getRequestHeaders().getFirst("Host");
		String authority = host == null ? address().getRawAuthority() : host;
		URI uri = URI.create("https://" + authority + relative(exchange.getRequestURI()));
		return new Request(Origin.named(host, origin), exchange.getRequestMethod(), uri, headers, body, traffic.now());
	}

	private static String relative(URI uri) {
		String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
		return uri.getRawQuery() == null ? path : path + '?' + uri.getRawQuery();
	}
}
