package dev.latchkey.benchmarks;

import java.time.Instant;
import java.util.List;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionHealth;
import dev.latchkey.connection.ConnectionService;

/** What Latchkey holds once somebody, as the view does, has asked for all connections and goes on using the services. */
final class KnownMeasurement implements Measurement {

	@Override
	public void run(Figures figures) throws Exception {
		long before = Heap.bytes();
		ask();
		figures.count("known.heap", Heap.bytes() - before);
	}

	private static void ask() throws Exception {
		List<Connection> connections = Services.get(ConnectionService.class).list();
		if (Services.get(ConnectionHealth.class).of(connections, Instant.now()).isEmpty()) {
			throw new IllegalStateException("No connection");
		}
	}
}
