package dev.latchkey.registration.graph.net;

import java.util.Arrays;
import java.util.function.Supplier;

import org.eclipse.core.net.proxy.IProxyData;
import org.eclipse.core.net.proxy.IProxyService;

import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;

/** Answers a proxy that asks for a user with what the platform's settings know, once. */
final class ProxyLogin implements Authenticator {

	private static final String HEADER = "Proxy-Authorization"; //$NON-NLS-1$

	private final Supplier<IProxyService> service;

	ProxyLogin(Supplier<IProxyService> service) {
		this.service = service;
	}

	/** Only a proxy that asks for Basic gets a password, and only on the way: what is behind the tunnel is no proxy. */
	@Override
	public Request authenticate(Route route, Response response) {
		boolean basic = response.challenges().stream().anyMatch(asked -> "Basic".equalsIgnoreCase(asked.scheme())); //$NON-NLS-1$
		return basic && "CONNECT".equals(response.request().method()) ? answer(response.request()) : null; //$NON-NLS-1$
	}

	/** @return the request with the login, null when there is none or it was refused already */
	Request answer(Request request) {
		IProxyService proxies = service.get();
		if (proxies == null || request.header(HEADER) != null) {
			return null;
		}
		return Arrays.stream(proxies.select(request.url().uri())).filter(data -> data.getUserId() != null).findFirst()
				.map(data -> withLogin(request, data)).orElse(null);
	}

	private static Request withLogin(Request request, IProxyData data) {
		String password = data.getPassword() == null ? "" : data.getPassword(); //$NON-NLS-1$
		return request.newBuilder().header(HEADER, Credentials.basic(data.getUserId(), password)).build();
	}
}
