package dev.latchkey.tenant;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A proxy on loopback that refuses every tunnel, as one does that wants a login or forbids a host. */
public final class RefusingProxy implements AutoCloseable {

	private final ServerSocket server;
	private final int status;
	private final AtomicInteger refused = new AtomicInteger();

	private RefusingProxy(ServerSocket server, int status) {
		this.server = server;
		this.status = status;
	}

	/**
	 * Starts on a free port.
	 *
	 * @param status
	 *            HTTP status of every answer, for example 407 or 403; 407 asks for Basic authentication
	 * @return the running proxy, to be closed by the caller
	 * @throws IOException
	 *             if no port is free
	 */
	public static RefusingProxy start(int status) throws IOException {
		RefusingProxy proxy = new RefusingProxy(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), status);
		Thread thread = new Thread(proxy::serve, "refusing-proxy");
		thread.setDaemon(true);
		thread.start();
		return proxy;
	}

	/** @return where it listens */
	public InetSocketAddress address() {
		return new InetSocketAddress("127.0.0.1", server.getLocalPort());
	}

	/** @return how many requests it has refused */
	public int refused() {
		return refused.get();
	}

	@Override
	public void close() throws IOException {
		server.close();
	}

	private void serve() {
		while (!server.isClosed()) {
			try (Socket client = server.accept()) {
				refuse(client);
			} catch (IOException e) {
				System.getLogger(RefusingProxy.class.getName()).log(System.Logger.Level.DEBUG, "Connection ended", e);
			}
		}
	}

	private void refuse(Socket client) throws IOException {
		BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
		String line = in.readLine();
		while (line != null && !line.isEmpty()) {
			line = in.readLine();
		}
		refused.incrementAndGet();
		String challenge = status == 407 ? "Proxy-Authenticate: Basic realm=\"simulated\"\r\n" : "";
		String answer = "HTTP/1.1 " + status + " Refused\r\n" + challenge
				+ "Content-Length: 0\r\nConnection: close\r\n\r\n";
		try (OutputStream out = client.getOutputStream()) {
			out.write(answer.getBytes(StandardCharsets.US_ASCII));
		}
	}
}
