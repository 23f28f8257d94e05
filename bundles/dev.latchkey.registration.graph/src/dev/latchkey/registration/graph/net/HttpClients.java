package dev.latchkey.registration.graph.net;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import javax.net.ssl.X509TrustManager;

import org.eclipse.core.net.proxy.IProxyService;

import dev.latchkey.registration.Cloud;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;

/**
 * Makes the HTTP clients: with time limits for everything, the platform's proxies, and the cloud's own certificate
 * authorities beside Java's. Clients of the same trust share their connections.
 */
public final class HttpClients implements AutoCloseable {

	private static final Duration CONNECT = Duration.ofSeconds(15);

	private final OkHttpClient base;
	private final Map<List<X509Certificate>, OkHttpClient> clients = new ConcurrentHashMap<>();

	/** @param proxies the platform's proxy settings, null when there are none now */
	public HttpClients(Supplier<IProxyService> proxies) {
		this.base = new OkHttpClient.Builder().connectTimeout(CONNECT).followRedirects(false).followSslRedirects(false)
				.proxySelector(new PlatformProxies(proxies)).proxyAuthenticator(new ProxyLogin(proxies))
				.eventListenerFactory(call -> {
					ProxyWatch watch = call.request().tag(ProxyWatch.class);
					return watch == null ? EventListener.NONE : watch;
				}).build();
	}

	/** @param limit how long an answer may take; a whole call may take twice as long */
	public OkHttpClient client(Cloud cloud, Duration limit) {
		return clients.computeIfAbsent(cloud.trusted(), this::trusting).newBuilder().readTimeout(limit)
				.writeTimeout(limit).callTimeout(limit.multipliedBy(2)).build();
	}

	private OkHttpClient trusting(List<X509Certificate> authorities) {
		if (authorities.isEmpty()) {
			return base;
		}
		X509TrustManager trust = Trust.javaAnd(authorities);
		return base.newBuilder().sslSocketFactory(Trust.sockets(trust), trust).build();
	}

	@Override
	public void close() {
		base.connectionPool().evictAll();
	}
}
