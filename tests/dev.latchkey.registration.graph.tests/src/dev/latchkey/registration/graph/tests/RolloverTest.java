package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.latchkey.registration.ClientCertificate;
import dev.latchkey.registration.ItemResult.Outcome;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.KeyRollover;
import dev.latchkey.registration.PlanItem.AddCertificate;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.Service;
import dev.latchkey.tenant.Fault;
import dev.latchkey.tenant.Origin;
import dev.latchkey.tenant.RequestMatcher;

/** An application rolls its own keys. */
class RolloverTest extends RunTest {

	private static final RequestMatcher ADDING = RequestMatcher.at(Origin.GRAPH).withMethod("POST").withPath("/addKey");

	private final KeyRollover rollover = Services.get(KeyRollover.class);
	private final ClientCertificate present = Certificates.valid();
	private String before;

	@BeforeEach
	void registerThePresentOne() {
		tenant.directory().addCertificate(application(), present.certificate(), "Present");
		before = tenant.directory().state();
	}

	private String application() {
		return tenant.scenario().applicationId();
	}

	private Optional<String> objectId() {
		return Optional.of(tenant.scenario().applicationObjectId());
	}

	private void mayReadItself() {
		tenant.directory().grant(application(), "Microsoft Graph", "Directory.Read.All");
		before = tenant.directory().state();
	}

	private RegistrationResult add(Optional<String> objectId) throws RegistrationException {
		return add(present, objectId);
	}

	private RegistrationResult add(ClientCertificate with, Optional<String> objectId) throws RegistrationException {
		return rollover.add(request(Service.SHAREPOINT), with, objectId, so -> {
		}, null);
	}

	private long registered() {
		return tenant.directory().certificates(application()).stream().filter(certificate.certificate()::equals).count();
	}

	private static Outcome outcome(RegistrationResult result) {
		assertEquals(1, result.items().size());
		return item(result, AddCertificate.ID).outcome();
	}

	private static Reason reason(RegistrationResult result) {
		assertEquals(Outcome.FAILED, outcome(result));
		return result.items().get(0).failure().orElseThrow().reason();
	}

	@Test
	void whatItAddsStandsBesideTheOthersAndIsTakenBackAsAnythingElse() throws Exception {
		mayReadItself();
		RegistrationResult result = add(Optional.empty());
		assertEquals(Outcome.DONE, outcome(result));
		assertEquals(1, registered());
		JournalRun run = run(result);
		assertEquals(JournalRun.State.FINISHED, run.state());
		undone(run, signIn(ADMIN));
		assertEquals(before, tenant.directory().state());
	}

	@Test
	void whoMayReadSeesWhatIsThereAlready() throws Exception {
		mayReadItself();
		add(Optional.empty());
		tenant.forgetExchanges();
		RegistrationResult again = add(Optional.empty());
		assertEquals(Outcome.ALREADY_DONE, outcome(again));
		assertEquals(Optional.empty(), again.run());
		assertEquals(List.of(), writes());
	}

	@Test
	void whoMayReadNothingAddsByTheObjectIdAndSeesByASignIn() throws Exception {
		assertEquals(Outcome.DONE, outcome(add(objectId())));
		assertEquals(Outcome.ALREADY_DONE, outcome(add(objectId())));
		assertEquals(1, registered());
	}

	@Test
	void withoutTheObjectIdItIsImpossibleForWhoMayNotRead() {
		refused(Reason.ROLLOVER_IMPOSSIBLE, () -> add(Optional.empty()));
		assertEquals(before, tenant.directory().state());
	}

	@Test
	void whoIsNotSignedInAddsNothing() throws Exception {
		ClientCertificate expired = Certificates.expired();
		tenant.directory().addCertificate(application(), expired.certificate(), "Expired");
		before = tenant.directory().state();
		refused(Reason.CERTIFICATE_EXPIRED, () -> add(expired, objectId()));
		refused(Reason.CERTIFICATE_NOT_REGISTERED, () -> add(Certificates.valid(), objectId()));
		refused(Reason.KEY_UNUSABLE, () -> add(Certificates.withoutKey(present), objectId()));
		assertEquals(before, tenant.directory().state());
	}

	@Test
	void aProofThatIsRefusedIsSaidAsWhatItMeans() throws Exception {
		tenant.faults().add(Fault.on(ADDING).graphError(401, "Authentication_MissingOrMalformed", "Access Token missing."));
		assertEquals(Reason.ROLLOVER_IMPOSSIBLE, reason(add(objectId())));
		assertEquals(before, tenant.directory().state());
	}

	@Test
	void theOrganizationsPolicyIsSaid() throws Exception {
		tenant.directory().limitCertificateLifetime(Optional.of(Duration.ofDays(30)));
		before = tenant.directory().state();
		assertEquals(Reason.CERTIFICATE_AGAINST_POLICY, reason(add(objectId())));
		assertEquals(before, tenant.directory().state());
	}

	@Test
	void itWaitsAsLongAsMicrosoftAsks() throws Exception {
		tenant.faults().add(Fault.on(ADDING).times(2).throttle(429, Duration.ofSeconds(1)));
		assertEquals(Outcome.DONE, outcome(add(objectId())));
		assertEquals(1, registered());
	}

	@Test
	void aFaultThatHidesASuccessLeadsToNoSecondOne() throws Exception {
		tenant.faults().add(Fault.on(ADDING).once().handled(() -> {
		}).throttle(503, Duration.ZERO));
		assertTrue(add(objectId()).isThere(AddCertificate.ID));
		assertEquals(1, registered());
	}

	@Test
	void aLostAnswerIsFoundOutLaterAndCanBeTakenBack() throws Exception {
		tenant.faults().add(Fault.on(ADDING).once().loseAnswer());
		RegistrationResult lost = add(objectId());
		assertEquals(Outcome.FAILED, outcome(lost));
		assertTrue(run(lost).leftSomething());
		assertEquals(Outcome.ALREADY_DONE, outcome(add(objectId())));
		undone(run(lost), signIn(ADMIN));
		assertEquals(before, tenant.directory().state());
	}

	@Test
	void whatIsRemovedIsWhatWasAskedFor() throws Exception {
		mayReadItself();
		add(Optional.empty());
		RegistrationResult nothing = remove(present);
		assertEquals(List.of(), nothing.items());
		assertEquals(1, registered());
		RegistrationResult removed = remove(certificate);
		assertEquals(Outcome.DONE, removed.items().get(0).outcome());
		assertEquals(before, tenant.directory().state());
		assertTrue(run(removed).changes().get(0).irrevocable());
	}

	private RegistrationResult remove(ClientCertificate removed) throws Exception {
		return rollover.remove(request(application(), present, Service.SHAREPOINT), objectId(),
				Set.of(Certificates.sha1(removed)), so -> {
				}, null);
	}

	@Test
	void whoCancelsBeforeTheRequestChangesNothing() {
		NullProgressMonitor monitor = new NullProgressMonitor();
		tenant.faults().add(Fault.on(RequestMatcher.at(Origin.AUTHORITY).withPath("/token")).before(() -> monitor.setCanceled(true)));
		assertThrows(OperationCanceledException.class, () -> rollover.add(request(Service.SHAREPOINT), present, objectId(), so -> {
		}, monitor));
		assertEquals(before, tenant.directory().state());
	}

	@Test
	void whoCancelsDuringTheRequestIsToldWhatItDid() throws Exception {
		NullProgressMonitor monitor = new NullProgressMonitor();
		tenant.faults().add(Fault.on(ADDING).before(() -> monitor.setCanceled(true)).delay(Duration.ofMillis(200)));
		RegistrationResult result = rollover.add(request(Service.SHAREPOINT), present, objectId(), so -> {
		}, monitor);
		assertEquals(Outcome.DONE, outcome(result));
		assertFalse(outcomes(run(result)).contains(JournalRun.Outcome.BEGUN));
	}
}
