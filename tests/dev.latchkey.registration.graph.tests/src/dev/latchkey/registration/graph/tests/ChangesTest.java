package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;

import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.ItemResult;
import dev.latchkey.registration.ItemResult.Outcome;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.Service;
import dev.latchkey.tenant.Fault;
import dev.latchkey.tenant.Origin;
import dev.latchkey.tenant.RecordedExchange;
import dev.latchkey.tenant.RequestMatcher;

/** Somebody else writes at the same time, or the administrator changes their mind. */
class ChangesTest extends TenantTest {

	@Test
	void aCertificateThatCameInBetweenIsTakenAlong() throws Exception {
		AdminSession session = signIn(ADMIN);
		RegistrationPlan plan = service.plan(request(Service.SHAREPOINT), session, null);
		String other = tenant.directory().addCertificate(plan.request().applicationId(),
				Certificates.valid().certificate(), "Somebody else's");
		assertTrue(apply(plan, session).complete());
		assertTrue(tenant.directory().state().contains(other));
	}

	@Test
	void aCertificateThatWentInBetweenIsSaidAndNothingIsWrittenToTheList() throws Exception {
		AdminSession session = signIn(ADMIN);
		RegistrationPlan plan = service.plan(request(Service.SHAREPOINT), session, null);
		String gone = plan.certificates().get(1).keyId();
		tenant.directory().removeCertificate(plan.request().applicationId(), gone);
		RegistrationResult result = apply(plan, session);
		ItemResult certificate = item(result, "certificate");
		assertEquals(Outcome.FAILED, certificate.outcome());
		assertEquals(Reason.CHANGED_BY_OTHERS, certificate.failure().orElseThrow().reason());
		assertFalse(tenant.directory().state().contains(gone), "It stays removed");
		assertEquals(List.of(), keyWrites());

		assertTrue(register(request(Service.SHAREPOINT), session).complete(), "A new plan knows");
		assertFalse(tenant.directory().state().contains(gone), "It still stays removed");
	}

	private List<String> keyWrites() {
		return tenant.exchanges().stream().filter(exchange -> exchange.method().equals("PATCH"))
				.map(RecordedExchange::requestBody).filter(body -> body.contains("keyCredentials")).toList();
	}

	@Test
	void aGrantThatCameInBetweenCountsAsDone() throws Exception {
		AdminSession session = signIn(ADMIN);
		RegistrationPlan plan = service.plan(request(Service.SHAREPOINT), session, null);
		String id = plan.request().applicationId();
		tenant.faults().add(Fault.on(RequestMatcher.at(Origin.GRAPH).withMethod("POST").withPath("/appRoleAssignments"))
				.once().before(() -> tenant.directory().grant(id, "Microsoft Graph", "Directory.Read.All")));
		RegistrationResult result = apply(plan, session);
		assertTrue(result.complete(), result::toString);
		assertEquals(Outcome.ALREADY_DONE,
				item(result, "grant:00000003-0000-0000-c000-000000000000:Directory.Read.All").outcome());
	}

	@Test
	void cancelFinishesTheWritesUnderWayAndTellsWhatWasChanged() throws Exception {
		AdminSession session = signIn(ADMIN);
		RegistrationPlan plan = service.plan(request(), session, null);
		NullProgressMonitor monitor = new NullProgressMonitor();
		tenant.faults().add(Fault.on(RequestMatcher.at(Origin.GRAPH).withMethod("POST").withPath("/appRoleAssignments"))
				.delay(java.time.Duration.ofMillis(600)).before(() -> monitor.setCanceled(true)));
		RegistrationResult result = service.apply(plan, session, progress -> {
		}, monitor);
		List<String> done = ids(result, Outcome.DONE);
		assertTrue(done.size() >= 2 && done.size() <= 7, done::toString);
		assertEquals(List.of(), ids(result, Outcome.FAILED));
		assertEquals(done.size(), writes().size(), "What was sent is told, and nothing else");
		assertEquals(done.stream().filter(id -> id.startsWith("grant:")).count() + 3,
				tenant.directory().granted(plan.request().applicationId()).size());
		assertFalse(ids(result, Outcome.NOT_ATTEMPTED).isEmpty());
	}

	@Test
	void cancelBeforeTheFirstWriteWritesNothing() throws Exception {
		AdminSession session = signIn(ADMIN);
		RegistrationPlan plan = service.plan(request(), session, null);
		String before = tenant.directory().state();
		NullProgressMonitor monitor = new NullProgressMonitor();
		monitor.setCanceled(true);
		RegistrationResult result = service.apply(plan, session, progress -> {
		}, monitor);
		assertFalse(result.changedAnything());
		assertEquals(before, tenant.directory().state());
	}

	@Test
	void readersThatLagBehindAreAwaited() throws Exception {
		AdminSession session = signIn(ADMIN);
		tenant.replicationDelay(java.time.Duration.ofSeconds(2), java.time.Duration.ZERO);
		RegistrationResult result = register(request(Service.SHAREPOINT), session);
		assertTrue(result.complete(), result::toString);
		assertTrue(item(result, "certificate").duration().toMillis() > 1500);
	}
}
