package dev.latchkey.registration.graph.tests;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

import dev.latchkey.tenant.Turns;

/**
 * Lets one request to applications through at a time, in an order drawn from a seed. All clients have to stand at the gate,
 * or be finished, before one of them is let through: so the same seed always gives the same order.
 */
final class Interleaving implements Turns {

	private static final class Waiting {
		final String client;
		final CountDownLatch turn = new CountDownLatch(1);
		int overtaken;

		Waiting(String client) {
			this.client = client;
		}
	}

	private final Random random;
	private final int patience;
	private final List<Waiting> waiting = new ArrayList<>();
	private final List<String> known = new ArrayList<>();
	private int clients;

	/** @param patience how often a request can be overtaken at most */
	Interleaving(long seed, int patience) {
		this.random = new Random(seed);
		this.patience = patience;
	}

	/** Nothing is let through before that; so many clients are waiting then. */
	synchronized void begin(int number) {
		clients = number;
		next();
	}

	@Override
	public void take(String client, String method, URI uri, Runnable handle) {
		if (uri.getPath().contains("/applications")) {
			await(arrive(client));
		}
		handle.run();
	}

	private synchronized Waiting arrive(String client) {
		if (!known.contains(client)) {
			known.add(client);
		}
		Waiting here = new Waiting(client);
		waiting.add(here);
		waiting.sort(Comparator.comparing(one -> known.indexOf(one.client)));
		notifyAll();
		next();
		return here;
	}

	private static void await(Waiting here) {
		try {
			here.turn.await();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** Until the first request of that many clients is waiting. */
	synchronized void awaitArrivals(int number) throws InterruptedException {
		while (waiting.size() < number) {
			wait();
		}
	}

	synchronized void finished() {
		clients--;
		next();
	}

	private void next() {
		if (clients > 0 && waiting.size() == clients) {
			Waiting first = waiting.stream().filter(one -> one.overtaken >= patience).findFirst()
					.orElseGet(() -> waiting.get(random.nextInt(waiting.size())));
			waiting.remove(first);
			waiting.forEach(one -> one.overtaken++);
			first.turn.countDown();
		}
	}
}
