package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.api.Test;

import com.google.gson.JsonObject;

import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.ClientCertificate;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.ItemResult;
import dev.latchkey.registration.ItemResult.Outcome;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.Service;
import dev.latchkey.tenant.RecordedExchange;
import dev.latchkey.tenant.Turns;

/**
 * Two clients write the same list of certificates at the same time, in a thousand orders of their requests. Graph replaces
 * the list as a whole and knows no condition, so a writer can't know what came between its reading and its writing. What
 * remains is told by the tests that look for it, and in ADR 72.
 */
class TwoWritersTest extends TenantTest {

	/** So often has a request to be overtaken, before it can do harm that is not noticed: a write, and three readings. */
	private static final int TOO_LATE = 4;
	private static final int ANY = Integer.MAX_VALUE;

	private AdminSession session;
	private ForeignTool foreign;
	private Set<String> base;
	private RegistrationPlan one;
	private RegistrationPlan other;

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

	@Test
	void twoRunsAddTheirCertificatesAndNothingIsLost() throws Exception {
		int again = 0;
		for (long seed = 0; seed < 400; seed++) {
			List<RegistrationResult> results = both(seed, TOO_LATE - 1, () -> apply(other));
			List<String> now = foreign.keyIds();
			String what = "Seed " + seed + ": " + trace();
			results.forEach(result -> assertTrue(result.complete(), () -> what + result));
			assertEquals(base.size() + 2, now.size(), what);
			assertTrue(now.containsAll(base), what);
			assertTrue(has(one) && has(other), what);
			again += keyWrites().size() > 2 ? 1 : 0;
			reset(now);
		}
		assertTrue(again > 20, "Hardly ever did one drop what the other had written: " + again);
	}

	/** Nobody can notice this order: one reads, we write and look three times, and then it writes. */
	@Test
	void onlyAWriteThatIsLateForLongTakesACertificateAwayUnnoticed() throws Exception {
		int lost = 0;
		for (long seed = 0; seed < 200; seed++) {
			both(seed, ANY, () -> apply(other));
			List<String> now = foreign.keyIds();
			String what = "Seed " + seed + ": " + trace();
			assertTrue(now.containsAll(base), what);
			for (RegistrationPlan plan : List.of(one, other)) {
				if (!has(plan)) {
					assertTrue(droppedUnseen(plan), what);
					lost++;
				}
			}
			reset(now);
		}
		assertTrue(lost > 0 && lost < 40, "Lost " + lost);
	}

	/** A tool that never looks again can lose its own entry to a write that was under way; ours is there in the end. */
	@Test
	void aForeignToolAddsMeanwhile() throws Exception {
		int lost = 0;
		for (long seed = 0; seed < 200; seed++) {
			JsonObject key = key(other.request().certificate());
			String theirs = key.get("keyId").getAsString();
			RegistrationResult result = both(seed, TOO_LATE - 1, () -> {
				assertEquals(204, foreign.add(key));
				return null;
			}).get(0);
			List<String> now = foreign.keyIds();
			String what = "Seed " + seed + ": " + trace() + result;
			assertTrue(now.containsAll(base), what);
			if (!now.contains(theirs)) {
				assertTrue(overwritten(theirs), what);
				lost++;
			}
			ItemResult ours = item(result, "certificate");
			boolean told = ours.outcome() == Outcome.FAILED
					&& ours.failure().orElseThrow().reason() == Reason.CHANGED_BY_OTHERS;
			assertTrue(has(one) && ours.outcome() == Outcome.DONE || told, what);
			reset(now);
		}
		assertTrue(lost < 100, "Lost " + lost);
	}

	/** What somebody takes away on purpose is not put back, however late we read it. */
	@Test
	void whatAForeignToolRemovesStaysRemoved() throws Exception {
		String removed = "3899ba21-1485-4667-b182-ef14eb16b553";
		assertTrue(base.contains(removed));
		JsonObject entry = foreign.read().asList().stream().map(element -> element.getAsJsonObject().deepCopy())
				.filter(json -> json.get("keyId").getAsString().equals(removed)).findFirst().orElseThrow();
		int told = 0;
		for (long seed = 0; seed < 200; seed++) {
			RegistrationResult result = both(seed, TOO_LATE - 1, () -> {
				foreign.remove(removed);
				return null;
			}).get(0);
			List<String> now = foreign.keyIds();
			String what = "Seed " + seed + ": " + trace() + result;
			boolean accepted = keyWrites().stream().anyMatch(write -> isForeign(write) && write.status() == 204);
			assertEquals(!accepted, now.contains(removed), what);
			if (item(result, "certificate").outcome() == Outcome.FAILED) {
				assertEquals(Reason.CHANGED_BY_OTHERS, item(result, "certificate").failure().orElseThrow().reason());
				told++;
			} else {
				assertTrue(has(one), what);
			}
			reset(now);
			if (accepted) {
				assertEquals(204, foreign.add(entry.deepCopy()));
			}
		}
		assertTrue(told > 20, "Told " + told);
	}

	private RegistrationResult apply(RegistrationPlan plan) throws Exception {
		return apply(plan, session);
	}

	/** Our first run, and something else at the same time. */
	private List<RegistrationResult> both(long seed, int patience, Callable<RegistrationResult> second) throws Exception {
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

	private void reset(List<String> now) {
		Set<String> added = new HashSet<>(now);
		added.removeAll(base);
		added.forEach(id -> tenant.directory().removeCertificate(one.request().applicationId(), id));
	}

	private boolean has(RegistrationPlan plan) {
		return tenant.directory().certificates(plan.request().applicationId())
				.contains(plan.request().certificate().certificate());
	}

	private static JsonObject key(ClientCertificate certificate) throws Exception {
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

	private List<RecordedExchange> keyWrites() {
		return said().stream().filter(exchange -> exchange.method().equals("PATCH")).toList();
	}

	private static boolean isForeign(RecordedExchange exchange) {
		return client(exchange).equals(ForeignTool.NAME);
	}

	private static String client(RecordedExchange exchange) {
		return exchange.requestHeaders().get("client-request-id").get(0);
	}

	/** Whether the last accepted write is not the plan's own, and its own client never looked again. */
	private boolean droppedUnseen(RegistrationPlan plan) throws Exception {
		String key = Base64.getEncoder().encodeToString(plan.request().certificate().certificate().getEncoded());
		List<RecordedExchange> said = said();
		String owner = keyWrites().stream().filter(write -> write.requestBody().contains(key)).map(TwoWritersTest::client)
				.findFirst().orElseThrow();
		int last = 0;
		for (int i = 0; i < said.size(); i++) {
			last = said.get(i).method().equals("PATCH") && said.get(i).status() == 204 ? i : last;
		}
		return !client(said.get(last)).equals(owner)
				&& said.subList(last + 1, said.size()).stream().noneMatch(later -> client(later).equals(owner));
	}

	/** Whether it was written between a reading and the writing that came of that, and so never read. */
	private boolean overwritten(String keyId) {
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

	private String trace() {
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
