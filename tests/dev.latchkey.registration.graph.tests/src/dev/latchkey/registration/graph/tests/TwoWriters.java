package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

import org.junit.jupiter.api.BeforeEach;

import com.google.gson.JsonObject;

import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.ClientCertificate;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.Service;
import dev.latchkey.tenant.RecordedExchange;
import dev.latchkey.tenant.Turns;

/** Two clients of one application, whose requests are handled in an order that is drawn, and what can be said about it then. */
abstract class TwoWriters extends TenantTest {

	AdminSession session;
	ForeignTool foreign;
	Set<String> base;
	RegistrationPlan one;
	RegistrationPlan other;

	@BeforeEach
	void plan() throws Exception {
		session = signIn(ADMIN);
		one = plan(certificate);
		other = plan(Certificates.valid());
		String authorization = tenant.exchanges().stream()
				.filter(exchange -> exchange.uri().getPath().contains("/applications"))
				.map(exchange -> exchange.requestHeaders().get("Authorization").get(0)).findFirst().orElseThrow();
		foreign = new ForeignTool(tenant, one.request().applicationId(), authorization);
		base = Set.copyOf(foreign.keyIds());
	}

	private RegistrationPlan plan(ClientCertificate with) throws Exception {
		RegistrationRequest request = request(tenant.scenario().applicationId(), with, Service.SHAREPOINT);
		return service.plan(new RegistrationRequest(request.tenant(), request.account(), request.services(),
				request.applicationId(), request.certificate(), new WithoutNeeds()), session, null);
	}

	final RegistrationResult apply(RegistrationPlan plan) throws Exception {
		return apply(plan, session);
	}

	/** Our first run, and something else at the same time. */
	final List<RegistrationResult> both(long seed, int patience, Callable<RegistrationResult> second) throws Exception {
		Interleaving order = new Interleaving(seed, patience);
		tenant.turns(order);
		tenant.forgetExchanges();
		FutureTask<RegistrationResult> first = start(order, () -> apply(one));
		order.awaitArrivals(1);
		FutureTask<RegistrationResult> next = start(order, second);
		order.awaitArrivals(2);
		order.begin(2);
		try {
			List<RegistrationResult> results = new ArrayList<>(List.of(first.get()));
			Optional.ofNullable(next.get()).ifPresent(results::add);
			return results;
		} finally {
			tenant.turns(Turns.NONE);
		}
	}

	private static FutureTask<RegistrationResult> start(Interleaving order, Callable<RegistrationResult> client) {
		FutureTask<RegistrationResult> task = new FutureTask<>(() -> {
			try {
				return client.call();
			} finally {
				order.finished();
			}
		});
		new Thread(task).start();
		return task;
	}

	final void reset(List<String> now) {
		Set<String> added = new HashSet<>(now);
		added.removeAll(base);
		added.forEach(id -> tenant.directory().removeCertificate(one.request().applicationId(), id));
	}

	final boolean has(RegistrationPlan plan) {
		return tenant.directory().certificates(plan.request().applicationId())
				.contains(plan.request().certificate().certificate());
	}

	static JsonObject key(ClientCertificate certificate) throws Exception {
		JsonObject key = new JsonObject();
		key.addProperty("keyId", UUID.randomUUID().toString());
		key.addProperty("type", "AsymmetricX509Cert");
		key.addProperty("usage", "Verify");
		key.addProperty("key", Base64.getEncoder().encodeToString(certificate.certificate().getEncoded()));
		return key;
	}

	/** What was said about the application, in the order in which it was handled. */
	private List<RecordedExchange> said() {
		return tenant.exchanges().stream().filter(exchange -> exchange.uri().getPath().contains("/applications")).toList();
	}

	final List<RecordedExchange> keyWrites() {
		return said().stream().filter(exchange -> exchange.method().equals("PATCH")).toList();
	}

	static boolean isForeign(RecordedExchange exchange) {
		return client(exchange).equals(ForeignTool.NAME);
	}

	private static String client(RecordedExchange exchange) {
		return exchange.requestHeaders().get("client-request-id").get(0);
	}

	/** Whether the last accepted write is not the plan's own, and its own client never looked again. */
	final boolean droppedUnseen(RegistrationPlan plan) throws Exception {
		String key = Base64.getEncoder().encodeToString(plan.request().certificate().certificate().getEncoded());
		List<RecordedExchange> said = said();
		String owner = keyWrites().stream().filter(write -> write.requestBody().contains(key)).map(TwoWriters::client)
				.findFirst().orElseThrow();
		int last = 0;
		for (int i = 0; i < said.size(); i++) {
			last = said.get(i).method().equals("PATCH") && said.get(i).status() == 204 ? i : last;
		}
		return !client(said.get(last)).equals(owner)
				&& said.subList(last + 1, said.size()).stream().noneMatch(later -> client(later).equals(owner));
	}

	/** Whether it was written between a reading and the writing that came of that, and so never read. */
	final boolean overwritten(String keyId) {
		List<RecordedExchange> said = said();
		int write = 0;
		while (!said.get(write).requestBody().contains(keyId)) {
			write++;
		}
		for (RecordedExchange later : said.subList(write + 1, said.size())) {
			if (later.method().equals("PATCH") && later.status() == 204) {
				return !later.requestBody().contains(keyId);
			}
			assertFalse(later.method().equals("GET") && isForeign(later));
		}
		return false;
	}

	final String trace() {
		StringBuilder trace = new StringBuilder();
		said().forEach(exchange -> trace.append(client(exchange).substring(0, 4)).append(' ').append(exchange.method())
				.append(exchange.status()).append(", "));
		return trace.toString();
	}

	/** Only the certificate is to do. */
	private record WithoutNeeds() implements PermissionProfile {

		@Override
		public String id() {
			return "nothing";
		}

		@Override
		public String name() {
			return "Nothing";
		}

		@Override
		public String vendor() {
			return "Nobody";
		}

		@Override
		public List<PermissionNeed> permissions(Set<Service> services, Cloud cloud) {
			return List.of();
		}

		@Override
		public List<DirectoryRoleNeed> directoryRoles(Set<Service> services, Cloud cloud) {
			return List.of();
		}
	}
}
