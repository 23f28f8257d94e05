package dev.latchkey.registration.graph.tests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** An HTTP proxy that knows CONNECT alone. */
final class TinyProxy implements AutoCloseable {

	private static final String PAGE = "<!DOCTYPE html><html><body>Log in first.</body></html>";

	private final ServerSocket server = new ServerSocket(0);
	private final List<String> targets = new CopyOnWriteArrayList<>();
	private final List<String> logins = new CopyOnWriteArrayList<>();
	private final Gate gate;
	private final UnaryOperator<String> way;

	/** Decides whom a proxy lets pass. */
	@FunctionalInterface
	private interface Gate {

		/** @return the head of a refusal, empty to let it pass */
		String refusal(String login);
	}

	private TinyProxy(Gate gate, UnaryOperator<String> way) throws IOException {
		this.gate = gate;
		this.way = way;
		begin(this::accept);
	}

	static TinyProxy forwarding() throws IOException {
		return leading(target -> target);
	}

	/** @param way where a target really is */
	static TinyProxy leading(UnaryOperator<String> way) throws IOException {
		return new TinyProxy(login -> "", way);
	}

	/** Answers everybody with that status. */
	static TinyProxy refusing(int status) throws IOException {
		return new TinyProxy(login -> refusal(status, "Basic"), target -> target);
	}

	private static String refusal(int status, String scheme) {
		return status + " Refused\r\nProxy-Authenticate: " + scheme + " realm=\"test\"\r\nContent-Type: text/html\r\n"
				+ "Content-Length: " + PAGE.length() + "\r\nConnection: close\r\n\r\n" + PAGE;
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
			String refusal = gate.refusal(login(reader));
			if (!refusal.isEmpty()) {
				answer(client, refusal);
				return;
			}
			String[] address = way.apply(target).split(":");
			try (Socket there = new Socket(address[0], Integer.parseInt(address[1]))) {
				answer(client, "200 Connected\r\n\r\n");
				begin(() -> there.getInputStream().transferTo(client.getOutputStream()));
				client.getInputStream().transferTo(there.getOutputStream());
			}
		}
	}

	private String login(BufferedReader reader) throws IOException {
		String login = "";
		for (String line = reader.readLine(); !line.isEmpty(); line = reader.readLine()) {
			if (line.startsWith("Proxy-Authorization: ")) {
				login = line.substring("Proxy-Authorization: ".length());
				logins.add(login);
			}
		}
		return login;
	}

	/** What was sent to log in. */
	List<String> logins() {
		return logins;
	}

	private static void answer(Socket client, String head) throws IOException {
		client.getOutputStream().write(("HTTP/1.1 " + head).getBytes(StandardCharsets.ISO_8859_1));
		client.getOutputStream().flush();
	}

	@Override
	public void close() throws IOException {
		server.close();
	}
}
