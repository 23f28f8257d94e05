package dev.latchkey.registration.graph.net;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

import javax.net.ssl.SSLException;

import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Protocol;
import okhttp3.Response;

/** Sees whether it was a proxy that ended a call, which the exception itself tells in words only. */
final class ProxyWatch extends EventListener {

	private volatile boolean securing;
	private volatile boolean refused;

	@Override
	public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
		securing = false;
	}

	@Override
	public void secureConnectStart(Call call) {
		securing = true;
	}

	@Override
	public void connectFailed(Call call, InetSocketAddress address, Proxy proxy, Protocol protocol, IOException e) {
		refused = proxy.type() == Proxy.Type.HTTP && !securing && !isSilence(e);
	}

	/** Something that pretends to be Microsoft asks for a proxy's login. */
	@Override
	public void responseHeadersEnd(Call call, Response response) {
		refused |= response.code() == HttpURLConnection.HTTP_PROXY_AUTH;
	}

	/** The proxy itself did not answer: that is the network's fault. */
	private static boolean isSilence(IOException e) {
		return e instanceof SocketException || e instanceof SocketTimeoutException || e instanceof UnknownHostException
				|| e instanceof SSLException;
	}

	boolean refused() {
		return refused;
	}
}
