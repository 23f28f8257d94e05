package dev.latchkey.registration.graph.tests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP proxy that knows CONNECT alone. */
final class TinyProxy implements AutoCloseable {

	private final ServerSocket server = new ServerSocket(0);
	private final List<String> targets = new CopyOnWriteArrayList<>();
	private final int refusal;

	private TinyProxy(int refusal) throws IOException {
		this.refusal = refusal;
		begin(this::accept);
	}

	static TinyProxy forwarding() throws IOException {
		return new TinyProxy(0);
	}

	/** Answers everybody with that status. */
	static TinyProxy refusing(int status) throws IOException {
		return new TinyProxy(status);
	}

	int port() {
		return server.getLocalPort();
	}

	/** Where clients wanted to go. */
	List<String> targets() {
		return targets;
	}

	/** Something that may fail when the other side closes. */
	private interface Task {
		void run() throws IOException;
	}

	private static void begin(Task task) {
		Thread thread = new Thread(() -> {
			try {
				task.run();
			} catch (IOException e) {
				// The other side is gone.
			}
		}, "Tiny proxy");
		thread.setDaemon(true);
		thread.start();
	}

	private void accept() throws IOException {
		while (true) {
			Socket client = server.accept();
			begin(() -> serve(client));
		}
	}

	private void serve(Socket client) throws IOException {
		try (client) {
			BufferedReader reader = new BufferedReader(
					new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1), 1);
			String target = reader.readLine().split(" ")[1];
			targets.add(target);
			while (!reader.readLine().isEmpty()) {
				continue;
			}
			if (refusal > 0) {
				answer(client, refusal + " Refused\r\nProxy-Authenticate: Basic realm=\"test\"\r\nContent-Length: 0");
				return;
			}
			String[] address = target.split(":");
			try (Socket there = new Socket(address[0], Integer.parseInt(address[1]))) {
				answer(client, "200 Connected");
				begin(() -> there.getInputStream().transferTo(client.getOutputStream()));
				client.getInputStream().transferTo(there.getOutputStream());
			}
		}
	}

	private static void answer(Socket client, String head) throws IOException {
		client.getOutputStream().write(("HTTP/1.1 " + head + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
		client.getOutputStream().flush();
	}

	@Override
	public void close() throws IOException {
		server.close();
	}
}
