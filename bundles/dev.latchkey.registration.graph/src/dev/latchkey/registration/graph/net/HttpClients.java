package dev.latchkey.registration.graph.net;

import java.net.http.HttpClient;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javax.net.ssl.X509TrustManager;

import org.eclipse.core.net.proxy.IProxyService;

import dev.latchkey.registration.Cloud;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;

/**
 * Makes the HTTP clients: with time limits for everything, the platform's proxies, and the cloud's own certificate
 * authorities and those of the preferences beside Java's and the operating system's. Clients of the same trust share their
 * connections.
 */
public final class HttpClients implements AutoCloseable {

	private static final Duration CONNECT = Duration.ofSeconds(15);

	private final OkHttpClient base;
	private final SystemTrust system;
	private final Map<List<X509Certificate>, OkHttpClient> clients = new ConcurrentHashMap<>();

	/** @param proxies the platform's proxy settings, null when there are none now */
	public HttpClients(Supplier<IProxyService> proxies) {
		this.system = SystemTrust.here();
		this.base = new OkHttpClient.Builder().connectTimeout(CONNECT).followRedirects(false).followSslRedirects(false)
				.proxySelector(new PlatformProxies(proxies)).proxyAuthenticator(new ProxyLogin(proxies))
				.eventListenerFactory(call -> {
					ProxyWatch watch = call.request().tag(ProxyWatch.class);
					return watch == null ? EventListener.NONE : watch;
				}).build();
	}

	/**
	 * @param more  certificate authorities to trust beside the cloud's own
	 * @param limit how long an answer may take; a whole call may take twice as long
	 */
	public OkHttpClient client(Cloud cloud, List<X509Certificate> more, Duration limit) {
		List<X509Certificate> own = Stream.concat(cloud.trusted().stream(), more.stream()).distinct().toList();
		return clients.computeIfAbsent(own, this::trusting).newBuilder().readTimeout(limit).writeTimeout(limit)
				.callTimeout(limit.multipliedBy(2)).build();
	}

	private OkHttpClient trusting(List<X509Certificate> own) {
		Set<X509Certificate> authorities = new LinkedHashSet<>(system.authorities());
		authorities.addAll(own);
		X509TrustManager trust = Trust.javaAnd(authorities);
		return base.newBuilder().sslSocketFactory(Trust.sockets(trust), trust).build();
	}

	/** Begins a client of the JDK with the same trust and proxies; proxies that want a password are no way for it. */
	public static HttpClient.Builder likewise(OkHttpClient client) {
		return HttpClient.newBuilder().sslContext(Trust.context(client.x509TrustManager())).proxy(client.proxySelector())
				.connectTimeout(CONNECT).followRedirects(HttpClient.Redirect.NEVER);
	}

	@Override
	public void close() {
		base.connectionPool().evictAll();
	}
}
