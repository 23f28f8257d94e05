package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.ItemResult.Outcome;
import dev.latchkey.tenant.Fault;
import dev.latchkey.tenant.Origin;
import dev.latchkey.tenant.RequestMatcher;

/** Microsoft Graph is busy, broken or out of reach. */
class FaultsTest extends TenantTest {

	private static final RequestMatcher GRAPH = RequestMatcher.at(Origin.GRAPH);

	@Test
	void retryAfterIsHonoured() throws Exception {
		AdminSession session = signIn(ADMIN);
		tenant.faults().add("throttled");
		long start = System.nanoTime();
		RegistrationPlan plan = service.plan(request(Service.SHAREPOINT), session, null);
		assertTrue(System.nanoTime() - start > 1_900_000_000L, "Did not wait for Retry-After");
		tenant.faults().add("throttled-writes");
		RegistrationResult result = apply(plan, session);
		assertTrue(result.complete(), result::toString);
		assertEquals(3, tenant.directory().certificates(plan.request().applicationId()).size());
	}

	@Test
	void aWaitThatIsTooLongIsSaidWithItsLength() throws Exception {
		AdminSession session = signIn(ADMIN);
		tenant.faults().add("throttled-long");
		RegistrationException thrown = refused(Reason.THROTTLED,
				() -> service.plan(request(Service.SHAREPOINT), session, null));
		assertEquals(List.of("600"), thrown.failure().arguments());
	}

	@Test
	void aFaultThatStaysIsMicrosofts() throws Exception {
		AdminSession session = signIn(ADMIN);
		tenant.faults().add("server-error");
		RegistrationException thrown = refused(Reason.SERVICE_FAULT,
				() -> service.plan(request(Service.SHAREPOINT), session, null));
		assertTrue(!thrown.failure().correlationId().isEmpty());
	}

	@Test
	void aWriteWhoseAnswerGotLostIsNotDoneTwice() throws Exception {
		AdminSession session = signIn(ADMIN);
		RegistrationPlan plan = service.plan(request(Service.SHAREPOINT), session, null);
		tenant.faults().add(Fault.on(GRAPH.withMethod("PATCH").withBody("keyCredentials")).once()
				.before(() -> tenant.directory().addCertificate(plan.request().applicationId(),
						certificate.certificate(), "Written, then"))
				.graphError(503, "serviceNotAvailable", "Try later."));
		RegistrationResult result = apply(plan, session);
		assertTrue(result.complete(), result::toString);
		assertEquals(3, tenant.directory().certificates(plan.request().applicationId()).size());
	}

	@Test
	void aWebPageInsteadOfAnAnswerStopsTheRest() throws Exception {
		AdminSession session = signIn(ADMIN);
		RegistrationPlan plan = service.plan(request(Service.SHAREPOINT), session, null);
		tenant.faults().add(Fault.on(GRAPH.withMethod("POST")).html(200));
		RegistrationResult result = apply(plan, session);
		List<String> failed = ids(result, Outcome.FAILED);
		assertFalse(failed.isEmpty(), result::toString);
		for (String id : failed) {
			assertEquals(Reason.NOT_JSON, item(result, id).failure().orElseThrow().reason());
			assertEquals("HTTP 200", item(result, id).failure().orElseThrow().code());
		}
		assertEquals(failed.size(), writes().stream().filter(write -> write.startsWith("POST")).count());
	}

	@Test
	void nothingAttemptedIsAnException() throws Exception {
		AdminSession session = signIn(ADMIN);
		RegistrationPlan plan = service.plan(request(Service.SHAREPOINT), session, null);
		tenant.faults().add("html-graph");
		refused(Reason.NOT_JSON, () -> apply(plan, session));
	}

	@Test
	void aDroppedConnectionIsTheNetworks() throws Exception {
		AdminSession session = signIn(ADMIN);
		tenant.faults().add("drop-graph");
		refused(Reason.NETWORK_UNREACHABLE, () -> service.plan(request(Service.SHAREPOINT), session, null));
	}

	@Test
	void aSessionThatEndedIsSaid() throws Exception {
		AdminSession session = signIn(ADMIN);
		tenant.faults().add("unauthorized");
		refused(Reason.SESSION_ENDED, () -> service.plan(request(Service.SHAREPOINT), session, null));
	}

	@Test
	void slowAnswersTimeOutAndAreCancelledAtOnce() throws Exception {
		AdminSession session = signIn(ADMIN);
		tenant.faults().add(Fault.on(GRAPH).delay(Duration.ofSeconds(8)));
		Cancelling.afterMillis(500, monitor -> service.plan(request(Service.SHAREPOINT), session, monitor));
		setting(CloudCatalog.ANSWER_SECONDS, "1");
		refused(Reason.TIMED_OUT, () -> service.plan(request(Service.SHAREPOINT), session, null));
	}

	@Test
	void bodiesThatTrickleAreCancelledAtOnce() throws Exception {
		AdminSession session = signIn(ADMIN);
		tenant.faults().add(Fault.on(GRAPH).slowBody(Duration.ofSeconds(8)));
		Cancelling.afterMillis(500, monitor -> service.plan(request(Service.SHAREPOINT), session, monitor));
	}

	@Test
	void waitingForRetryAfterIsCancelledAtOnce() throws Exception {
		AdminSession session = signIn(ADMIN);
		tenant.faults().add(Fault.on(GRAPH).throttle(429, Duration.ofSeconds(30)));
		Cancelling.afterMillis(500, monitor -> service.plan(request(Service.SHAREPOINT), session, monitor));
	}
}
