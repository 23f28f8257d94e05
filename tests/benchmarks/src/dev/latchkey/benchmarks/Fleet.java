package dev.latchkey.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.SelfSignedIssuer;
import dev.latchkey.certificate.SelfSignedRequest;
import dev.latchkey.connection.CertificateRenewer;
import dev.latchkey.connection.CertificateRenewer.Renewal;
import dev.latchkey.connection.CertificateRenewer.Result;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.connection.Proof;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.Service;
import dev.latchkey.tenant.SimulatedTenant;
import dev.latchkey.tenant.TenantOptions;

/** Many connections, each through an application of its own, whose next certificates are made already. */
final class Fleet implements AutoCloseable {

	private static final int KEY_BITS = 2048;

	private final SimulatedTenant simulated;
	private final AutoCloseable offered;
	private final ConnectionService connections = Services.get(ConnectionService.class);
	private final List<Connection> saved = new ArrayList<>();
	private final List<CertificateEntry> next = new ArrayList<>();
	private final long making;

	Fleet(int size) throws Exception {
		simulated = SimulatedTenant.start(TenantOptions.defaults().withChanges(scenario(size)));
		Services.cloud(simulated.cloudFile());
		FleetStore store = new FleetStore();
		offered = Services.offer(store);
		CertificateEntry present = make(store);
		for (int i = 0; i < size; i++) {
			simulated.directory().addCertificate(applicationId(i), present.certificate(), "Present");
			saved.add(connections.save(connection(i, present)));
		}
		long start = System.nanoTime();
		for (int i = 0; i < size; i++) {
			next.add(make(store));
		}
		making = System.nanoTime() - start;
	}

	private static String applicationId(int number) {
		return String.format("00000000-0000-4000-8000-%012d", number);
	}

	private static String scenario(int size) {
		String granted = "{\"Microsoft Graph\": [\"Directory.Read.All\", \"Group.Read.All\", \"Sites.Read.All\"],"
				+ " \"Office 365 SharePoint Online\": [\"Sites.FullControl.All\", \"User.Read.All\"]}";
		return IntStream.range(0, size).mapToObj(i -> String.format(
				"\"fleet%d\": {\"displayName\": \"Fleet %d\", \"appId\": \"%s\", \"id\": \"%s\", \"servicePrincipal\": \"%s\", \"granted\": %s}",
				i, i, applicationId(i), UUID.nameUUIDFromBytes(new byte[] { 1, (byte) i }),
				UUID.nameUUIDFromBytes(new byte[] { 2, (byte) i }), granted))
				.collect(Collectors.joining(",", "{\"tenants\": {\"contoso\": {\"applications\": {", "}}}}"));
	}

	private static CertificateEntry make(FleetStore store) throws Exception {
		return store.keep(Services.get(SelfSignedIssuer.class).issue(new SelfSignedRequest("Fleet", KEY_BITS, 12),
				Cancellation.NEVER));
	}

	private Connection connection(int number, CertificateEntry present) {
		var cloud = Services.get(CloudCatalog.class).clouds().stream().filter(each -> !MicrosoftClouds.ALL.contains(each))
				.findFirst().orElseThrow();
		return new Connection(UUID.randomUUID(), 0, "Fleet " + number, cloud.id(), simulated.scenario().tenantId(),
				simulated.scenario().domain(), Optional.empty(), applicationId(number), Optional.empty(), present.reference(),
				present.certificate().getNotAfter().toInstant(), List.of(), Set.of(Service.SHAREPOINT),
				Services.get(PermissionProfile.class).id(), Proof.NONE);
	}

	/** @return nanoseconds that making all the next certificates took, one after the other */
	long making() {
		return making;
	}

	/** @param graphRequests so many in each second are served by Microsoft Graph */
	Traffic renew(int atOnce, Duration latency, int graphRequests) throws IOException {
		List<Renewal> renewals = IntStream.range(0, saved.size()).mapToObj(i -> new Renewal(saved.get(i).id(),
				(connection, cancellation) -> next.get(i), Optional.empty())).toList();
		simulated.latency(latency);
		simulated.graphLimit(graphRequests, Duration.ofSeconds(1));
		simulated.forgetExchanges();
		long start = System.nanoTime();
		List<Result> results = Services.get(CertificateRenewer.class).renew(renewals, atOnce, result -> {
		}, null);
		long nanos = System.nanoTime() - start;
		results.stream().filter(result -> !result.done()).findFirst().ifPresent(result -> {
			throw new IllegalStateException(result.toString());
		});
		return new Traffic(nanos, simulated.exchanges());
	}

	@Override
	public void close() throws Exception {
		for (Connection each : saved) {
			connections.remove(each.id());
		}
		offered.close();
		simulated.close();
	}
}
