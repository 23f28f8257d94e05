package dev.latchkey.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;

import org.eclipse.core.runtime.preferences.InstanceScope;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateImporter;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.certificate.SelfSignedIssuer;
import dev.latchkey.certificate.SelfSignedRequest;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.connection.Proof;
import dev.latchkey.connection.TokenAudience;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.registration.Service;
import dev.latchkey.tenant.SimulatedTenant;
import dev.latchkey.tenant.TenantOptions;

/** Tokens for other plugins: the first one, with all that it loads, a fresh one, and those from memory. */
final class TokenMeasurement implements Measurement {

	private static final int MANY = 32;
	private static final Duration SPAN = Duration.ofSeconds(2);
	private static final int WARM_UPS = 2;

	private final ConnectionService connections = Services.get(ConnectionService.class);

	@Override
	public void run(Figures figures) throws Exception {
		try (SimulatedTenant tenant = SimulatedTenant.start(TenantOptions.defaults())) {
			InstanceScope.INSTANCE.getNode(CloudCatalog.PREFERENCES).put(CloudCatalog.CLOUD_FILES, tenant.cloudFile().toString());
			UUID first = connect(tenant);
			figures.millis("token.first", timed(first));
			UUID second = connect(tenant);
			figures.millis("token.fresh", timed(second));
			for (int threads : List.of(1, MANY)) {
				for (int i = 0; i < WARM_UPS; i++) {
					perSecond(first, threads);
				}
				figures.count("token.kept." + threads, perSecond(first, threads));
			}
			connections.remove(first);
			connections.remove(second);
		}
	}

	private UUID connect(SimulatedTenant tenant) throws Exception {
		SelfSignedRequest request = new SelfSignedRequest("Benchmark", SelfSignedRequest.DEFAULT_KEY_BITS,
				SelfSignedRequest.DEFAULT_VALIDITY_MONTHS);
		CertificateEntry entry = Services.get(CertificateService.class).first(CertificateImporter.class).orElseThrow()
				.add(Services.get(SelfSignedIssuer.class).issue(request, Cancellation.NEVER), Cancellation.NEVER);
		String application = tenant.scenario().applicationId();
		tenant.directory().addCertificate(application, entry.certificate(), "Benchmark");
		Cloud cloud = Services.get(CloudCatalog.class).clouds().stream().filter(each -> !MicrosoftClouds.ALL.contains(each))
				.findFirst().orElseThrow();
		return connections.save(new Connection(UUID.randomUUID(), 0, "Benchmark", cloud.id(), tenant.scenario().tenantId(),
				tenant.scenario().domain(), Optional.empty(), application, Optional.empty(), entry.reference(),
				entry.certificate().getNotAfter().toInstant(), List.of(), Set.of(Service.SHAREPOINT), "", Proof.NONE)).id();
	}

	private long timed(UUID connection) throws ConnectionException {
		long start = System.nanoTime();
		connections.accessToken(connection, TokenAudience.GRAPH, null);
		return System.nanoTime() - start;
	}

	private long perSecond(UUID connection, int threads) throws InterruptedException {
		LongAdder given = new LongAdder();
		CountDownLatch done = new CountDownLatch(threads);
		long end = System.nanoTime() + SPAN.toNanos();
		for (int i = 0; i < threads; i++) {
			new Thread(() -> {
				given.add(given(connection, end));
				done.countDown();
			}, "Latchkey benchmark").start();
		}
		done.await();
		return given.sum() / SPAN.toSeconds();
	}

	private long given(UUID connection, long end) {
		long given = 0;
		try {
			while (System.nanoTime() - end < 0) {
				connections.accessToken(connection, TokenAudience.GRAPH, null);
				given++;
			}
			return given;
		} catch (ConnectionException e) {
			throw new IllegalStateException(e);
		}
	}
}
