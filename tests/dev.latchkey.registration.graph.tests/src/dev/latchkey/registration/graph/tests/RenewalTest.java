package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.connection.CertificateRenewer.Renewal;
import dev.latchkey.connection.CertificateRenewer.Result;
import dev.latchkey.connection.CertificateRenewer.Step;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.NextCertificate;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.Reason;
import dev.latchkey.tenant.Fault;
import dev.latchkey.tenant.Origin;
import dev.latchkey.tenant.RequestMatcher;

/** Connections get their next certificates, and never less than what they had. */
class RenewalTest extends RenewingTest {

	private static final RequestMatcher ADDING = RequestMatcher.at(Origin.GRAPH).withMethod("POST").withPath("/addKey");

	private List<X509Certificate> registered() {
		return tenant.directory().certificates(application());
	}

	private static Reason reason(Result result) {
		return result.failure().orElseThrow().failure().orElseThrow().reason();
	}

	@Test
	void theConnectionUsesTheNextOneAndAllOthersStay() throws Exception {
		Connection before = connected();
		List<X509Certificate> others = registered();
		Result result = renew(before);
		assertTrue(result.done(), result::toString);
		Connection now = now(before);
		assertEquals(result.next().orElseThrow(), now.certificate());
		assertEquals(before.certificate(), now.retired().get(0).certificate());
		assertEquals(before.revision() + 1, now.revision());
		assertEquals(others, registered().subList(0, others.size()));
		assertEquals(others.size() + 1, registered().size());
		assertEquals(List.of(Step.PREPARING, Step.ADDING, Step.PROVING, Step.SWITCHING, Step.DONE),
				told.stream().map(Result::step).distinct().toList());
	}

	@Test
	void whatTheApplicationLackedBeforeDoesNotStopIt() throws Exception {
		Connection before = connected();
		assertTrue(verify(request(application()), Optional.empty()).checks().size() > 1);
		assertTrue(renew(before).done());
		assertEquals(before.proof(), now(before).proof());
	}

	@Test
	void whatWorkedBeforeMustWorkWithTheNextOne() throws Exception {
		Connection before = connected();
		setting(CloudCatalog.PROPAGATION_SECONDS, "1");
		tenant.directory().grant(application(), "Microsoft Graph", "Directory.Read.All");
		tenant.faults().add(Fault.on(RequestMatcher.at(Origin.GRAPH).withPath("/subscribedSkus")).once().graphError(403,
				"Authorization_RequestDenied", "No."));
		Result result = renew(before);
		assertEquals(Step.PROVING, result.step(), result::toString);
		assertEquals(before, now(before));
	}

	@Test
	void oneThatFailsDoesNotStopTheOthers() throws Exception {
		Connection good = connected();
		Connection bad = connected();
		Connection unknown = good.named("Never saved");
		NextCertificate none = (connection, cancellation) -> {
			throw new CertificateAccessException(CertificateAccessException.Reason.STORE_UNAVAILABLE, "Memory");
		};
		NextCertificate faulty = (connection, cancellation) -> {
			throw new NoClassDefFoundError("of a provider that is being uninstalled");
		};
		List<Result> results = renewer.renew(
				List.of(renewal(bad, none), renewal(good, fresh()), renewal(bad, faulty)), 3, told::add, null);
		assertEquals(List.of(Step.PREPARING, Step.DONE, Step.PREPARING), results.stream().map(Result::step).toList());
		assertTrue(results.get(0).failure().orElseThrow().sentence().contains("Memory"));
		assertEquals(bad, now(bad));
		assertNotEquals(unknown, now(good));
	}

	private static Renewal renewal(Connection connection, NextCertificate next) {
		return new Renewal(connection.id(), next, Optional.empty());
	}

	@Test
	void anEndedOneTakesAnAdministratorAndNoKeyIsMadeInVain() throws Exception {
		CertificateEntry ended = registered(application(), Duration.ofDays(-1));
		Connection before = connected(application(), ended, Optional.of(tenant.scenario().applicationObjectId()));
		Result refused = renew(before);
		assertEquals(Reason.CERTIFICATE_EXPIRED, reason(refused));
		assertTrue(refused.failure().orElseThrow().signInHelps());
		assertEquals(Optional.empty(), refused.next());
		Result result = renew(before, fresh(), Optional.of(signIn(ADMIN)));
		assertTrue(result.done(), result::toString);
		assertEquals(result.next().orElseThrow(), now(before).certificate());
	}

	@Test
	void aLostOneTakesAnAdministratorToo() throws Exception {
		Connection before = connected();
		store.remove(before.certificate(), Cancellation.NEVER);
		Result refused = renew(before);
		assertTrue(refused.failure().orElseThrow().signInHelps(), refused::toString);
		assertTrue(renew(before, fresh(), Optional.of(signIn(ADMIN))).done());
	}

	@Test
	void anAdministratorChangesNothingElse() throws Exception {
		Connection before = connected();
		List<String> granted = tenant.directory().granted(application());
		assertTrue(renew(before, fresh(), Optional.of(signIn(ADMIN))).done());
		assertEquals(granted, tenant.directory().granted(application()));
		assertEquals(1, writes().stream().filter(write -> write.startsWith("PATCH")).count());
		assertEquals(1, writes().size());
	}

	@Test
	void throttlingIsWaitedForAndTold() throws Exception {
		Connection before = connected();
		tenant.faults().add(Fault.on(ADDING).once().throttle(429, Duration.ofSeconds(1)));
		assertTrue(renew(before).done());
		assertTrue(told.stream().anyMatch(result -> result.waiting().isPresent()));
	}

	@Test
	void itWaitsUntilTheNextOneHasSpread() throws Exception {
		Connection before = connected();
		tenant.faults().add(Fault.on(ADDING).handled(() -> tenant.replicationDelay(Duration.ZERO, Duration.ofSeconds(2))));
		Result result = renew(before);
		assertTrue(result.done(), result::toString);
	}

	@Test
	void whatSomebodyElseChangedMeanwhileStays() throws Exception {
		Connection before = connected();
		CertificateEntry other = certificate(YEAR);
		List<Result> results = renewer.renew(List.of(renewal(before, fresh())), 1, result -> {
			if (result.step() == Step.PROVING) {
				changed(before, other);
			}
		}, null);
		assertEquals(Step.SWITCHING, results.get(0).step());
		assertTrue(results.get(0).failure().isPresent());
		assertEquals(other.reference(), now(before).certificate());
	}

	private void changed(Connection before, CertificateEntry other) {
		try {
			connections.update(before.id(), current -> current.certificate().equals(before.certificate())
					? current.renewed(other.reference(), other.certificate().getNotAfter().toInstant(), "", before.certificateEnds(), current.proof())
					: current);
		} catch (dev.latchkey.connection.ConnectionException e) {
			throw new IllegalStateException(e);
		}
	}

	@Test
	void itsNewNameStays() throws Exception {
		Connection before = connected();
		renewer.renew(List.of(renewal(before, fresh())), 1, result -> {
			if (result.step() == Step.ADDING) {
				named(before, "Renamed");
			}
		}, null);
		assertEquals("Renamed", now(before).name());
		assertNotEquals(before.certificate(), now(before).certificate());
	}

	private void named(Connection before, String name) {
		try {
			connections.update(before.id(), current -> current.named(name));
		} catch (dev.latchkey.connection.ConnectionException e) {
			throw new IllegalStateException(e);
		}
	}

	@Test
	void cancellingKeepsWhatWasAndBeginsNothingMore() throws Exception {
		Connection first = connected();
		Connection second = connected();
		List<JournalRun> earlier = journal.runs();
		NullProgressMonitor monitor = new NullProgressMonitor();
		tenant.faults().add(Fault.on(ADDING).before(() -> monitor.setCanceled(true)));
		List<Result> results = renewer.renew(List.of(renewal(first, fresh()), renewal(second, fresh())), 1, told::add, monitor);
		assertEquals(List.of(Step.ADDING, Step.NOT_BEGUN), results.stream().map(Result::step).toList());
		assertTrue(results.stream().allMatch(result -> result.failure().isEmpty()));
		assertEquals(first, now(first));
		assertEquals(second, now(second));
		assertFalse(journal.runs().stream().filter(run -> !earlier.contains(run)).flatMap(run -> run.changes().stream())
				.anyMatch(change -> change.outcome() == JournalRun.Outcome.BEGUN));
	}

	@Test
	void connectionsOfOneApplicationAreRenewedTogether() throws Exception {
		List<Connection> all = new ArrayList<>();
		List<Renewal> renewals = new ArrayList<>();
		CertificateEntry shared = registered(application(), Duration.ofDays(30));
		for (int i = 0; i < 4; i++) {
			all.add(connected(application(), shared, Optional.of(tenant.scenario().applicationObjectId())));
			renewals.add(renewal(all.get(i), fresh()));
		}
		int before = registered().size();
		List<Result> results = renewer.renew(renewals, 4, told::add, null);
		assertTrue(results.stream().allMatch(Result::done), results::toString);
		assertEquals(before + 4, registered().size());
	}
}
