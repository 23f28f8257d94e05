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
import dev.latchkey.tenant.RequestMatcher;

/** Somebody else writes at the same time, or the administrator changes their mind. */
class ChangesTest extends TenantTest {

	@Test
	void aCertificateThatCameInBetweenIsNotLost() throws Exception {
		AdminSession session = signIn(ADMIN);
		RegistrationPlan plan = service.plan(request(Service.SHAREPOINT), session, null);
		String other = tenant.directory().addCertificate(plan.request().applicationId(),
				Certificates.valid().certificate(), "Somebody else's");
		RegistrationResult result = apply(plan, session);
		ItemResult certificate = item(result, "certificate");
		assertEquals(Outcome.FAILED, certificate.outcome());
		assertEquals(Reason.CHANGED_BY_OTHERS, certificate.failure().orElseThrow().reason());
		assertTrue(tenant.directory().state().contains(other));
		assertFalse(writes().stream().anyMatch(write -> write.startsWith("PATCH") && write.contains("keyCredentials")));

		assertTrue(register(request(Service.SHAREPOINT), session).complete(), "A new plan takes it along");
		assertTrue(tenant.directory().state().contains(other));
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
	void cancelFinishesTheWriteUnderWayAndTellsWhatWasChanged() throws Exception {
		AdminSession session = signIn(ADMIN);
		RegistrationPlan plan = service.plan(request(), session, null);
		NullProgressMonitor monitor = new NullProgressMonitor();
		tenant.faults().add(Fault.on(RequestMatcher.at(Origin.GRAPH).withMethod("POST").withPath("/appRoleAssignments"))
				.once().delay(java.time.Duration.ofMillis(600)).before(() -> monitor.setCanceled(true)));
		RegistrationResult result = service.apply(plan, session, progress -> {
		}, monitor);
		String first = "grant:00000003-0000-0000-c000-000000000000:Directory.Read.All";
		assertEquals(List.of("certificate", "declaration", first), ids(result, Outcome.DONE));
		assertTrue(tenant.directory().granted(plan.request().applicationId())
				.contains("Microsoft Graph/Directory.Read.All"));
		assertEquals(plan.items().size() - 4, ids(result, Outcome.NOT_ATTEMPTED).size(), result::toString);
		assertEquals(3, writes().size());
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
