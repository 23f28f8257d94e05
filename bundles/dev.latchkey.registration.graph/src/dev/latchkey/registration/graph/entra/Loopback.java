package dev.latchkey.registration.graph.entra;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.OperationCanceledException;

/**
 * Waits on loopback for the one form that a browser is to bring (RFC 8252, section 7.3). Listens from opening to closing,
 * at a port that is free; strangers on this computer can reach it too, so little is taken from them and nothing believed.
 */
final class Loopback implements AutoCloseable {

	private static final byte[] ADDRESS = { 127, 0, 0, 1 };
	private static final int READ_MILLIS = 10_000;
	private static final int CONNECTIONS = 8;

	private final ServerSocket server;
	private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS, Loopback::thread);
	private final Set<Socket> open = ConcurrentHashMap.newKeySet();
	private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();

	private Loopback(ServerSocket server) {
		this.server = server;
	}

	static Loopback open() throws IOException {
		Loopback loopback = new Loopback(new ServerSocket(0, CONNECTIONS, InetAddress.getByAddress(ADDRESS)));
		for (int i = 0; i < CONNECTIONS; i++) {
			loopback.threads.execute(loopback::serve);
		}
		return loopback;
	}

	private static Thread thread(Runnable task) {
		Thread thread = new Thread(task, "Latchkey loopback"); //$NON-NLS-1$
		thread.setDaemon(true);
		return thread;
	}

	/** Where the form is to go. Public clients have {@code http://localhost} registered, for which any port will do. */
	URI address() {
		return URI.create("http://localhost:" + server.getLocalPort()); //$NON-NLS-1$
	}

	/** The next form that came, waiting so long for it. */
	Optional<Arrival> poll(long millis) {
		try {
			return Optional.ofNullable(arrivals.poll(millis, TimeUnit.MILLISECONDS));
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new OperationCanceledException();
		}
	}

	/** What one of the threads does, one connection after the other. */
	private void serve() {
		while (!server.isClosed()) {
			try (Socket socket = server.accept();
					InputStream in = socket.getInputStream();
					OutputStream out = socket.getOutputStream()) {
				open.add(socket);
				socket.setSoTimeout(READ_MILLIS);
				answer(in, out);
			} catch (IOException e) {
				// Closed, or nobody waits for an answer any more.
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				return;
			}
		}
	}

	private void answer(InputStream in, OutputStream out) throws IOException, InterruptedException {
		try {
			Arrival arrival = new Arrival(new LoopbackRequest(server.getLocalPort()).read(in), out);
			arrivals.add(arrival);
			arrival.replied.await();
		} catch (LoopbackRequest.RefusedException e) {
			out.write(AnswerPage.refused(e.status()));
		}
	}

	private static void end(Socket socket) {
		try {
			socket.close();
		} catch (IOException e) {
			// It is gone.
		}
	}

	/**
	 * From now on nothing listens, and nothing is connected. The system listens for as long as a thread is on its way out of
	 * {@code accept}, so that is waited for.
	 */
	@Override
	public void close() throws IOException {
		server.close();
		open.forEach(Loopback::end);
		threads.shutdownNow();
		try {
			threads.awaitTermination(1, TimeUnit.SECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** A form, whose sender waits for a page. */
	static final class Arrival {

		private final Map<String, String> fields;
		private final OutputStream out;
		private final CountDownLatch replied = new CountDownLatch(1);

		private Arrival(Map<String, String> fields, OutputStream out) {
			this.fields = fields;
			this.out = out;
		}

		Map<String, String> fields() {
			return fields;
		}

		void reply(boolean signedIn) {
			try {
				out.write(signedIn ? AnswerPage.signedIn() : AnswerPage.notSignedIn());
			} catch (IOException e) {
				// The window was closed.
			} finally {
				replied.countDown();
			}
		}
	}
}
