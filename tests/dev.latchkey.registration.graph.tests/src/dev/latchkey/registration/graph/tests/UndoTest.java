package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.SignInMethod;
import dev.latchkey.registration.SignInRequest;
import dev.latchkey.registration.UndoResult;
import dev.latchkey.registration.UndoResult.Outcome;
import dev.latchkey.tenant.Fault;
import dev.latchkey.tenant.Origin;
import dev.latchkey.tenant.RequestMatcher;

/** A run is taken back, and nothing else. */
class UndoTest extends RunTest {

	private static final RequestMatcher GRAPH = RequestMatcher.at(Origin.GRAPH);
	/** Sites.Read.All of Microsoft Graph. */
	private static final String SITES_ROLE = "332a536c-c7ef-4017-ab91-336970924f0d";

	@Test
	@Execution(ExecutionMode.CONCURRENT)
	void theTenantIsAsItWasBefore() throws Exception {
		String before = tenant.directory().state();
		AdminSession session = signIn(ADMIN);
		RegistrationResult result = register(request(), session);
		assertTrue(result.complete(), result::toString);
		JournalRun run = run(result);
		assertEquals(JournalRun.State.FINISHED, run.state());
		undone(run, session);
		assertEquals(before, tenant.directory().state());
	}

	@Test
	@Execution(ExecutionMode.CONCURRENT)
	void aServicePrincipalThatWasCreatedGoesToo() throws Exception {
		String before = tenant.directory().state();
		AdminSession session = signIn(ADMIN);
		RegistrationResult result = register(narrow(), session);
		assertTrue(result.complete(), result::toString);
		undone(run(result), session);
		assertEquals(before, tenant.directory().state());
	}

	@Test
	@Execution(ExecutionMode.CONCURRENT)
	void theNewestGoesFirst() throws Exception {
		AdminSession session = signIn(ADMIN);
		JournalRun run = run(register(narrow(), session));
		List<String> done = new ArrayList<>(run.changes().stream().map(JournalRun.Change::itemId).toList());
		java.util.Collections.reverse(done);
		assertEquals(done, undo(run, session).changes().stream().map(each -> each.change().itemId()).toList());
	}

	@Test
	@Execution(ExecutionMode.CONCURRENT)
	void takingBackTwiceWritesNothing() throws Exception {
		AdminSession session = signIn(ADMIN);
		JournalRun run = run(register(narrow(), session));
		undone(run, session);
		tenant.forgetExchanges();
		undone(run, session);
		assertEquals(List.of(), writes());
	}

	@Test
	@Execution(ExecutionMode.CONCURRENT)
	void whatWasThereBeforeIsNotOurs() throws Exception {
		AdminSession session = signIn(ADMIN);
		assertTrue(register(request(Service.SHAREPOINT), session).complete());
		String before = tenant.directory().state();
		RegistrationResult more = register(request(), session);
		assertTrue(more.changedAnything());
		undone(run(more), session);
		assertEquals(before, tenant.directory().state());
	}

	@Test
	@Execution(ExecutionMode.CONCURRENT)
	void aRunThatChangedNothingIsNone() throws Exception {
		AdminSession session = signIn(ADMIN);
		assertTrue(register(request(Service.SHAREPOINT), session).complete());
		int runs = ours(journal.runs()).size();
		assertTrue(register(request(Service.SHAREPOINT), session).run().isEmpty());
		assertEquals(runs, ours(journal.runs()).size());
	}

	@Test
	@Execution(ExecutionMode.CONCURRENT)
	void whatOthersAddedSinceStays() throws Exception {
		AdminSession session = signIn(ADMIN);
		RegistrationRequest request = request();
		String id = request.applicationId();
		String before = tenant.directory().state();
		JournalRun run = run(register(request, session));
		String key = tenant.directory().addCertificate(id, Certificates.valid().certificate(), "Somebody else's");
		tenant.directory().grant(id, "Microsoft Graph", "Organization.Read.All");
		undone(run, session);
		assertTrue(tenant.directory().state().contains(key));
		assertTrue(tenant.directory().granted(id).contains("Microsoft Graph/Organization.Read.All"));
		tenant.directory().removeCertificate(id, key);
		tenant.directory().revoke(id, "Microsoft Graph", "Organization.Read.All");
		assertEquals(before, tenant.directory().state());
	}

	@Test
	@Execution(ExecutionMode.CONCURRENT)
	void aCertificateThatComesInAtTheLastMomentStays() throws Exception {
		AdminSession session = signIn(ADMIN);
		RegistrationRequest request = request(Service.SHAREPOINT);
		JournalRun run = run(register(request, session));
		List<String> keys = new ArrayList<>();
		tenant.faults().add(Fault.on(GRAPH.withMethod("GET").withPath("keyCredentials")).after(2).once()
				.before(() -> keys.add(tenant.directory().addCertificate(request.applicationId(),
						Certificates.valid().certificate(), "Somebody else's"))));
		undone(run, session);
		assertTrue(tenant.directory().state().contains(keys.get(0)));
	}

	@Test
	@Execution(ExecutionMode.CONCURRENT)
	void whatSomebodyTookBackAndGaveAgainIsTheirs() throws Exception {
		AdminSession session = signIn(ADMIN);
		RegistrationRequest request = request(Service.SHAREPOINT);
		JournalRun run = run(register(request, session));
		tenant.directory().revoke(request.applicationId(), "Microsoft Graph", "Sites.Read.All");
		tenant.directory().grant(request.applicationId(), "Microsoft Graph", "Sites.Read.All");
		UndoResult result = undo(run, session);
		assertTrue(result.complete(), result::toString);
		assertEquals(Outcome.NOT_THERE, change(result, SITES).outcome());
		assertTrue(tenant.directory().granted(request.applicationId()).contains("Microsoft Graph/Sites.Read.All"));
	}

	@Test
	@Execution(ExecutionMode.CONCURRENT)
	void aServicePrincipalThatOthersUseStaysAndIsTold() throws Exception {
		AdminSession session = signIn(ADMIN);
		RegistrationRequest request = narrow();
		JournalRun run = run(register(request, session));
		tenant.directory().grant(request.applicationId(), "Microsoft Graph", "Organization.Read.All");
		UndoResult result = undo(run, session);
		assertFalse(result.complete());
		UndoResult.Undone principal = change(result, "service-principal:" + request.applicationId());
		assertEquals(Outcome.FAILED, principal.outcome());
		assertEquals(Reason.STILL_USED, principal.failure().orElseThrow().reason());
		assertEquals(List.of("Microsoft Graph/Organization.Read.All"), tenant.directory().granted(request.applicationId()));

		tenant.directory().revoke(request.applicationId(), "Microsoft Graph", "Organization.Read.All");
		undone(run, session);
	}

	@Test
	@Execution(ExecutionMode.CONCURRENT)
	void whoMayTakeBackAPartOnlyIsToldWhichRoleTheRestNeeds() throws Exception {
		String before = tenant.directory().state();
		AdminSession session = signIn(ADMIN);
		JournalRun run = run(register(narrow(), session));
		UndoResult result = undo(run, signIn("apps@contoso.example"));
		UndoResult.Undone sites = change(result, SITES);
		assertEquals(Outcome.FAILED, sites.outcome());
		assertEquals(Reason.ROLE_REQUIRED, sites.failure().orElseThrow().reason());
		assertEquals(List.of("Privileged Role Administrator"), sites.failure().orElseThrow().arguments());
		assertEquals(Outcome.UNDONE, change(result, "certificate").outcome());
		assertEquals(Outcome.FAILED, change(result, "service-principal:" + run.applicationId()).outcome());
		undone(run, session);
		assertEquals(before, tenant.directory().state());
	}

	@Test
	@Execution(ExecutionMode.CONCURRENT)
	void anotherTenantsAdministratorIsRefused() throws Exception {
		JournalRun run = run(register(narrow(), signIn(ADMIN)));
		String domain = tenant.scenario().otherDomains().get(0);
		AdminSession other = service.signIn(
				new SignInRequest(service.locate(cloud(), domain, null), SignInMethod.DEVICE_CODE, toContoso().scopes()),
				code -> tenant.deviceCodes().approve(code.userCode(), "admin@fabrikam.example"), null);
		String before = tenant.directory().state();
		refused(Reason.WRONG_TENANT, () -> undo(run, other));
		other.close();
		assertEquals(before, tenant.directory().state());
	}

	@Test
	@Execution(ExecutionMode.CONCURRENT)
	void aRunThatNobodyKnowsIsRefused() throws Exception {
		AdminSession session = signIn(ADMIN);
		JournalRun run = run(register(narrow(), session));
		JournalRun unknown = new JournalRun(UUID.randomUUID(), run.started(), run.state(), run.cloudId(), run.tenantId(),
				run.domain(), run.applicationId(), run.applicationName(), run.services(), run.account(), run.profileId(),
				run.certificate(), run.changes());
		refused(Reason.JOURNAL_UNUSABLE, () -> undo(unknown, session));
	}

	@Test
	@Execution(ExecutionMode.CONCURRENT)
	void throttlingIsWaitedForAndTold() throws Exception {
		String before = tenant.directory().state();
		AdminSession session = signIn(ADMIN);
		JournalRun run = run(register(narrow(), session));
		tenant.faults().add(Fault.on(GRAPH.withMethod("DELETE")).once().throttle(429, Duration.ofSeconds(1)));
		tenant.faults().add(Fault.on(GRAPH.withMethod("PATCH")).once().throttle(503, Duration.ofSeconds(1)));
		List<Reason> waits = new ArrayList<>();
		UndoResult result = service.undo(run, session, told -> told.changes()
				.forEach(each -> each.waiting().ifPresent(wait -> waits.add(wait.why().reason()))), null);
		assertTrue(result.complete(), result::toString);
		assertTrue(waits.contains(Reason.THROTTLED) && waits.contains(Reason.SERVICE_FAULT), waits::toString);
		assertEquals(before, tenant.directory().state());
	}

	@Test
	@Execution(ExecutionMode.CONCURRENT)
	void readersThatLagBehindAreAwaited() throws Exception {
		String before = tenant.directory().state();
		AdminSession session = signIn(ADMIN);
		JournalRun run = run(register(narrow(), session));
		tenant.replicationDelay(Duration.ofSeconds(2), Duration.ZERO);
		tenant.forgetExchanges();
		undone(run, session);
		assertEquals(before, tenant.directory().state());
		assertEquals(run.changes().size(), writes().size(), "Something was taken back twice: " + writes());
	}

	@Test
	@Execution(ExecutionMode.CONCURRENT)
	void cancelFinishesTheWriteUnderWayAndTheRestCanBeTakenBackLater() throws Exception {
		String before = tenant.directory().state();
		AdminSession session = signIn(ADMIN);
		JournalRun run = run(register(narrow(), session));
		NullProgressMonitor monitor = new NullProgressMonitor();
		tenant.faults().add(Fault.on(GRAPH.withMethod("DELETE|PATCH")).once().before(() -> monitor.setCanceled(true)));
		UndoResult result = service.undo(run, session, told -> {
		}, monitor);
		UndoResult.Undone first = result.changes().get(0);
		assertEquals(Outcome.FAILED, first.outcome());
		assertEquals(Reason.NOT_SEEN_GONE, first.failure().orElseThrow().reason());
		assertTrue(result.changes().stream().skip(1).allMatch(each -> each.outcome() == Outcome.NOT_ATTEMPTED));
		assertTrue(journal.interrupted().stream().anyMatch(each -> each.id().equals(run.id())));

		undone(run, session);
		assertEquals(before, tenant.directory().state());
	}

	@Test
	@Execution(ExecutionMode.CONCURRENT)
	void withoutANetworkNothingIsAttempted() throws Exception {
		AdminSession session = signIn(ADMIN);
		JournalRun run = run(register(narrow(), session));
		tenant.faults().add("drop-graph");
		refused(Reason.NETWORK_UNREACHABLE, () -> undo(run, session));
		tenant.faults().clear();
		undone(run, session);
	}

	/** Its own answer got lost before it arrived; hours later somebody else granted the same. */
	@Test
	@Execution(ExecutionMode.CONCURRENT)
	void whatSomebodyElseMayHaveGivenStays() throws Exception {
		RegistrationPlan plan = plan(narrow(), signIn(ADMIN));
		tenant.faults().add(Fault.on(GRAPH.withMethod("POST").withBody(SITES_ROLE)).drop());
		AdminSession first = signIn(ADMIN);
		JournalRun run = run(apply(plan, first));
		tenant.faults().clear();
		tenant.clockOffset(Duration.ofHours(3));
		tenant.directory().grant(plan.request().applicationId(), "Microsoft Graph", "Sites.Read.All");
		UndoResult result = undo(run, signIn(ADMIN));
		assertEquals(Reason.NOT_PROVABLY_OURS, change(result, SITES).failure().orElseThrow().reason());
		assertEquals(List.of("Microsoft Graph/Sites.Read.All"),
				tenant.directory().granted(plan.request().applicationId()));
	}
}
