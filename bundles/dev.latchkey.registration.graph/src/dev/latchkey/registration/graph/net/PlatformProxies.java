package dev.latchkey.registration.graph.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

import org.eclipse.core.net.proxy.IProxyData;
import org.eclipse.core.net.proxy.IProxyService;

/** Asks the platform which proxy leads to an address: manual settings, exclusions, and the system's own where it can. */
final class PlatformProxies extends ProxySelector {

	private final Supplier<IProxyService> service;

	PlatformProxies(Supplier<IProxyService> service) {
		this.service = service;
	}

	@Override
	public List<Proxy> select(URI uri) {
		IProxyService proxies = service.get();
		if (proxies == null || !proxies.isProxiesEnabled()) {
			return List.of(Proxy.NO_PROXY);
		}
		List<Proxy> found = Arrays.stream(proxies.select(uri)).filter(data -> data.getHost() != null)
				.map(PlatformProxies::proxy).toList();
		return found.isEmpty() ? List.of(Proxy.NO_PROXY) : found;
	}

	private static Proxy proxy(IProxyData data) {
		boolean socks = IProxyData.SOCKS_PROXY_TYPE.equals(data.getType());
		return new Proxy(socks ? Proxy.Type.SOCKS : Proxy.Type.HTTP,
				InetSocketAddress.createUnresolved(data.getHost(), port(data, socks)));
	}

	private static int port(IProxyData data, boolean socks) {
		if (data.getPort() > 0) {
			return data.getPort();
		}
		return socks ? 1080 : 80;
	}

	@Override
	public void connectFailed(URI uri, SocketAddress address, IOException e) {
		// The call itself fails, or goes another way.
	}
}
