package dev.latchkey.benchmarks;

import java.time.Duration;

import dev.latchkey.connection.CertificateRenewer;
import dev.latchkey.tenant.Origin;

/**
 * Renewing many connections, of which as many as usual at the same time. Its ideal is what the requests that had to be served
 * take at that concurrency, or what Microsoft Graph's limit makes of those to it, whichever is longer. Making the certificates
 * is told apart: it takes processors, not the network.
 */
final class FleetMeasurement implements Measurement {

	private static final int SIZE = 200;
	private static final Duration LATENCY = Duration.ofMillis(50);
	/** Microsoft Graph's smallest tenants: 3,500 units in ten seconds, of which most of these requests cost one. */
	private static final int GRAPH_REQUESTS_PER_SECOND = 350;
	private static final int TOO_MANY = 429;

	@Override
	public void run(Figures figures) throws Exception {
		try (Fleet warm = new Fleet(CertificateRenewer.AT_ONCE)) {
			warm.renew(CertificateRenewer.AT_ONCE, Duration.ZERO, Integer.MAX_VALUE);
		}
		measure(figures, "fleet.", GRAPH_REQUESTS_PER_SECOND);
		measure(figures, "fleet.throttled.", GRAPH_REQUESTS_PER_SECOND / 10);
	}

	private static void measure(Figures figures, String prefix, int graphRequests) throws Exception {
		try (Fleet fleet = new Fleet(SIZE)) {
			Traffic traffic = fleet.renew(CertificateRenewer.AT_ONCE, LATENCY, graphRequests);
			long served = traffic.exchanges().stream().filter(each -> each.status() != TOO_MANY).count();
			long graph = traffic.exchanges().stream()
					.filter(each -> each.origin() == Origin.GRAPH && each.status() != TOO_MANY).count();
			long byLatency = LATENCY.toNanos() * served / CertificateRenewer.AT_ONCE;
			long byLimit = Duration.ofSeconds(graph).toNanos() / graphRequests;
			long ideal = Math.max(byLatency, byLimit);
			figures.millis(prefix + "making", fleet.making());
			figures.millis(prefix + "renewing", traffic.nanos());
			figures.millis(prefix + "ideal", ideal);
			figures.count(prefix + "percent", 100 * traffic.nanos() / ideal);
			figures.count(prefix + "requests", traffic.requests());
			figures.count(prefix + "refused", traffic.requests() - served);
		}
	}
}
